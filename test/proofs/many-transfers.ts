import { aTransfer, type LedgerForTest } from '../support/ledger';

export const transfers = 500;
export const committees = ['KS', 'KFN', 'EN', 'HM', 'JÄ', 'VM'];
/** What each committee's budget is, in kronor. */
export const decided = 10_000;

/** The giver and the receiver of a transfer: every pair by turns, in both directions. */
function between(i: number) {
  const giver = committees[i % committees.length]!;
  const others = committees.filter((each) => each !== giver);
  return { giver, receiver: others[Math.floor(i / committees.length) % others.length]! };
}

/** Five hundred transfers of one to seven kronor, in the same order every time. */
export function manyTransfers(caseId: string) {
  return Array.from({ length: transfers }, (_, i) => {
    const kronor = (i % 7) + 1;
    const way = between(i);
    return { kronor, ...way, posting: aTransfer(caseId, `t${i}`, kronor, way) };
  });
}

/** What every committee has left in öre when all of them are posted. */
export function balancesAfter(asked: ReturnType<typeof manyTransfers>): Record<string, number> {
  const sum = (each: typeof asked) => each.reduce((total, { kronor }) => total + kronor, 0);
  return Object.fromEntries(
    committees.map((committee) => {
      const received = sum(asked.filter(({ receiver }) => receiver === committee));
      const given = sum(asked.filter(({ giver }) => giver === committee));
      return [committee, (decided + received - given) * 100];
    }),
  );
}

/** Posts one as an activity is tried: until the answer is there. Whether it was posted before. */
export async function postStubbornly(
  ledger: LedgerForTest,
  { posting }: ReturnType<typeof manyTransfers>[number],
): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await ledger.post(posting)).again;
    } catch (error) {
      if (attempt === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5 * Math.random() * attempt));
    }
  }
}
