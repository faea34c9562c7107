/** The process that keeps a draft, as the record and the relay name it; it has one phase. */
export const draftKeeping = { process: 'draftKeeping', phase: { phase: 'keep', generation: 1 } };

/** Links to one draft that may be asked for: enough to lose some, too few to trouble a stranger. */
export const mostDraftLinks = 10;
