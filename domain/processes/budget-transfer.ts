import type { Dispatch, DispatchPlace } from '../committees/dispatch';
import { budgetTransferCheck } from '../forms/definitions/budget-transfer-check';
import { budgetTransferRequest } from '../forms/definitions/budget-transfer-request';
import { lapseForm } from '../forms/standard/lapse-form';
import type { AmountsAnswer, Answers } from '../forms/types';
import { kronorInWords } from '../money';
import type { Municipality } from '../municipality';
import { translator } from '../texts';
import type { ProcessDefinition } from './definition';
import { controllersQuestions, ownMatterTexts } from './own-matter-texts';

const name = 'budgetTransfer';

/** Money moves from one committee to another, by lines and budget years (002, the budget of the forums). */
export const budgetTransfer: ProcessDefinition = {
  name,
  address: 'budget-transfer',
  firstPhase: 'verify',
  forms: [
    budgetTransferRequest,
    budgetTransferCheck,
    lapseForm({ id: 'budget-transfer-lapse', version: 1 }),
  ],
  begunBy: 'official',
  circulates: dispatchOf,
  followsChanges: sameMoney,
  texts: {
    sv: {
      words: {
        matter: 'överföringen',
        yours: 'din begäran',
        sender: 'den som begär',
        approved: 'Överföringen är beslutad.',
        refused: 'Överföringen blir inte av.',
        next: 'Pengarna förs över när budgeten för året är beslutad.',
      },
      own: {
        ...ownMatterTexts.sv,
        ...controllersQuestions.sv,
        'common.events.received': 'Begäran kom in',
        'common.events.approved': 'Controllern godkände beloppen',
        'document.application.title': 'Begäran om överföring',
        'document.application.received': 'Begäran i ärende {{number}} kom in den {{receivedAt}}.',
        'document.application.nothingNeeded':
          'En controller granskar beloppen. Därefter behandlar nämnderna begäran.',
      },
    },
    en: {
      words: {
        matter: 'the transfer',
        yours: 'your request',
        sender: 'whoever requests it',
        approved: 'The transfer has been decided.',
        refused: 'The transfer does not take place.',
        next: "The money is moved when the year's budget has been adopted.",
      },
      own: {
        ...ownMatterTexts.en,
        ...controllersQuestions.en,
        'common.events.received': 'The request came in',
        'common.events.approved': 'The controller approved the amounts',
        'document.application.title': 'Request for a transfer',
        'document.application.received':
          'The request in case {{number}} came in on {{receivedAt}}.',
        'document.application.nothingNeeded':
          'A controller checks the amounts. Then the committees deal with the request.',
      },
    },
  },
};

/** Whether the same money goes from and to the same, line by line and year by year. */
function sameMoney(before: Answers, after: Answers): boolean {
  const money = ({ from, to, amounts }: Answers) => {
    const { years, lines } = amounts as AmountsAnswer;
    return JSON.stringify([from, to, years, lines.map(({ name, amounts: own }) => [name, own])]);
  };
  return money(before) === money(after);
}

/**
 * The giver and the receiver say what they think one after the other, then those whom the municipality
 * has named; the last of them decides. A body that comes later speaks only then.
 */
function dispatchOf(answers: Answers, municipality: Municipality): Dispatch {
  const { defaultLanguage: language, processes } = municipality;
  const t = translator(language, 'document');
  const [giver, receiver] = [answers['from'] as string, answers['to'] as string];
  const nameOf = (id: string) => municipality.ledger?.accounts[id]?.name[language] ?? id;
  const both = { giver: nameOf(giver), receiver: nameOf(receiver) };
  const amounts = answers['amounts'] as AmountsAnswer;
  const above = processes[name]?.bodies ?? [];
  const own = [giver, receiver].filter((body) => !above.includes(body));
  const sum = amounts.lines.flatMap((line) => line.amounts).reduce((a, b) => a + b, 0);
  const proposal = t('transfer.proposal', {
    ...both,
    sum: kronorInWords(sum, language),
    years: amounts.years.join(', '),
    purpose: answers['purpose'] as string,
  });
  const places: DispatchPlace[] = [...own, ...above].map((committee, i, all) => ({
    committee,
    part: i === all.length - 1 ? 'decide' : 'prepare',
    proposal,
  }));
  const lines = amounts.lines.map(({ name: line, amounts: kronor }) =>
    t('transfer.line', {
      line,
      amounts: kronor
        .map((amount, i) => `${amounts.years[i]}: ${kronorInWords(amount, language)}`)
        .join(', '),
    }),
  );
  return {
    order: 'inOrder',
    report: {
      title: answers['title'] as string,
      summary: answers['purpose'] as string,
      matter: [...lines, answers['basis'] as string].join('\n'),
      consequences: t('transfer.consequences', {
        ...both,
        sum: kronorInWords(sum, language),
      }),
      recipients: [both.giver, both.receiver].join('\n'),
    },
    places,
  };
}
