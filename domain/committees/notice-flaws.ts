/** What is not as the act says; the record keeps it and says so. */
export const noticeFlaws = ['adjustedLate', 'announcedLate', 'takenDownEarly', 'wasDown'] as const;
export type NoticeFlaw = (typeof noticeFlaws)[number];
