/** Process time. The real clock outside rehearsals; a rehearsal's conductor holds a virtual one. */
export type Clock = () => Date;

export const realClock: Clock = () => new Date();
