import { composeAppropriationAnswer } from '../../activities/documents/compose/compose-appropriation-answer';
import { composeClosingStatement } from '../../activities/documents/compose/compose-closing-statement';
import { composeStatement } from '../../activities/documents/compose/compose-statement';
import { composeTransferOrder } from '../../activities/documents/compose/compose-transfer-order';
import type { DocumentContent } from '../../activities/documents/content';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import type { Language } from '../../domain/language';
import { settle, type MovedLine, type RestWay } from '../../domain/ledger/settlement';

const ledger = sodertalje.ledger!;
const between = { giver: 'KS', receiver: 'KFN' };
const about = {
  ...{ municipality: sodertalje, process: 'budgetTransfer', createdAt: '2030-12-17T09:00:00.000Z' },
  ...{ number: 'KS 27/1', title: 'Medel för dialogforum och konferens', ledger },
};

const lines = (facilitator: number, conference: number): MovedLine[] => [
  { name: 'Facilitator', ore: facilitator * 100 },
  { name: 'Konferens', ore: conference * 100 },
];

function closedYear(year: number, moved: MovedLine[], used: MovedLine[], way: RestWay) {
  const decision = `KF ${year + 1}-02-28 § 44`;
  const at = `${year + 1}-02-29T09:00:00.000Z`;
  const settled = settle(moved, used, way);
  return { lines: settled, decision, changed: [] as const, at, number: `KS ${year - 1999}/4` };
}

/** The case of 002 in years to come: something is carried over once and given back twice. */
export function aClosingStatement(language: Language): DocumentContent {
  const first = closedYear(2027, lines(40_000, 3_000), lines(31_500, 3_000), 'carryOver');
  const second = closedYear(2028, lines(88_500, 6_000), lines(84_000, 6_000), 'giveBack');
  const year = { reversed: false, dropped: false, carriedIn: 0 };
  return composeClosingStatement({
    ...{ ...about, language, between, decision: 'KF 2027-02-22 § 71' },
    years: [
      { ...year, year: 2027, planned: 4_300_000, posted: 4_300_000, settled: first },
      {
        ...{ ...year, year: 2028, planned: 8_600_000, posted: 8_600_000 },
        ...{ carriedIn: 850_000, settled: second },
      },
      { ...year, year: 2029, planned: 4_300_000, posted: 0, reversed: true },
      { ...year, year: 2030, planned: 4_300_000, posted: 0, dropped: true },
    ],
  });
}

export function aTransferOrder(language: Language): DocumentContent {
  const entries = Object.values(between).map((committee) => {
    const { account, objects } = ledger.accounts[committee]!;
    return { committee, coding: { account, objects } };
  });
  return composeTransferOrder({
    ...{ ...about, language },
    year: {
      ...between,
      ...{ year: 2027, ore: 4_300_000, lines: lines(40_000, 3_000) },
    },
    posted: { id: '1', postedOn: '2027-02-22', decision: 'KF 2027-02-22 § 71', entries },
  });
}

/** A committee's year: its budget, a transfer out of it, and what came back. */
export function aStatement(language: Language): DocumentContent {
  const entry = {
    ...{ transactionId: '1', postedOn: '2027-02-22', decision: 'KF 2027-02-22 § 71' },
    ...{
      caseId: null,
      number: 'KS 27/1',
      line: 'Facilitator',
      counterpart: 'KFN',
      reversed: false,
      mistaken: false,
      undoable: false,
    },
  };
  return composeStatement({
    ...{ ...about, language, committee: 'KS', year: 2027 },
    budgets: [{ ore: 100_000_000, decision: 'KF 2026-11-23 § 210', decided_on: '2026-11-23' }],
    entries: [
      {
        ...{ ...entry, sequence: 1, kind: 'budget', line: '', counterpart: 'KF', number: null },
        ...{ ore: 100_000_000, balance: 100_000_000 },
      },
      { ...entry, sequence: 2, kind: 'transfer', ore: -4_000_000, balance: 96_000_000 },
      {
        ...{ ...entry, sequence: 3, kind: 'transfer', line: 'Konferens', reversed: true },
        ...{ ore: -300_050, balance: 95_699_950 },
      },
    ],
  });
}

/** The answer to the request for 250 000 a year, of which a part is granted. */
export function anAppropriationAnswer(language: Language): DocumentContent {
  const amounts = (kronor: number) => ({
    years: [2027, 2028, 2029],
    lines: [{ name: 'Samverkan', amounts: [kronor, kronor, kronor] }],
  });
  return composeAppropriationAnswer({
    ...{
      ...about,
      process: 'raisedAppropriation',
      language,
      committee: 'Kultur- och fritidsnämnden',
    },
    ...{
      requested: amounts(250_000),
      granted: amounts(200_000),
      corrects: false,
      outcome: 'approve',
    },
    ...{ decision: 'KF 2026-11-23 § 210', reasons: 'Samordnaren behövs från 2027.' },
  });
}
