/** What the registrar does to a case; each is kept with its reason. */
export const diaryKinds = ['giveNumber', 'markSecret', 'liftSecrecy'] as const;
export type DiaryKind = (typeof diaryKinds)[number];

/** What the audit chain calls it. */
export const diaryEvents = {
  giveNumber: 'numberGiven',
  markSecret: 'secrecyMarked',
  liftSecrecy: 'secrecyLifted',
} as const satisfies Record<DiaryKind, string>;
