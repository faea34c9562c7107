import type { Dispatch } from '../committees/dispatch';
import { budgetSettlement as settlementForm } from '../forms/definitions/budget-settlement';
import { budgetSettlementAccount } from '../forms/definitions/budget-settlement-account';
import { budgetSettlementRest } from '../forms/definitions/budget-settlement-rest';
import type { AmountsAnswer, Answers } from '../forms/types';
import { asLines, restOf } from '../ledger/settlement';
import { kronorInWords, sumOf } from '../money';
import type { Municipality } from '../municipality';
import { translator } from '../texts';
import type { ProcessDefinition } from './definition';
import { ownMatterTexts } from './own-matter-texts';

const name = 'budgetSettlement';

/**
 * One budget year of a transfer is settled: what was used, and what becomes of the rest. Only a transfer
 * begins it, when the year is over.
 */
export const budgetSettlement: ProcessDefinition = {
  name,
  address: 'budget-settlement',
  firstPhase: 'account',
  forms: [settlementForm, budgetSettlementAccount, budgetSettlementRest],
  begunBy: 'process',
  circulates: dispatchOf,
  circulatesWith: 'account',
  texts: {
    sv: {
      words: {
        matter: 'avräkningen',
        yours: 'er redovisning',
        sender: 'den som redovisar',
        approved: 'Avräkningen är klar.',
        refused: 'Pengarna går tillbaka.',
        next: 'Det behövs inget mer.',
      },
      own: {
        ...ownMatterTexts.sv,
        'common.events.received': 'Budgetåret är slut och ska avräknas',
        'common.events.takenUpAgain': 'Beslutet om resten är ändrat',
        'common.states.reviewing': 'Väntar på redovisning',
      },
    },
    en: {
      words: {
        matter: 'the settlement',
        yours: 'your account',
        sender: 'whoever accounts',
        approved: 'The settlement is done.',
        refused: 'The money goes back.',
        next: 'Nothing more is needed.',
      },
      own: {
        ...ownMatterTexts.en,
        'common.events.received': 'The budget year is over and is to be settled',
        'common.events.takenUpAgain': 'The decision on the rest has changed',
        'common.states.reviewing': 'Waiting for an account',
      },
    },
  },
};

/** The rest is proposed to be taken along to the next year; the last of the configured bodies decides. */
function dispatchOf(answers: Answers, municipality: Municipality): Dispatch {
  const { defaultLanguage: language, processes, ledger } = municipality;
  const t = translator(language, 'document');
  const kronor = (ore: number) => kronorInWords(ore / 100, language);
  const nameOf = (id: string) => ledger?.accounts[id]?.name[language] ?? id;
  const [giver, receiver] = [nameOf(text(answers, 'from')), nameOf(text(answers, 'to'))];
  const amounts = answers['amounts'] as AmountsAnswer;
  const year = amounts.years[0] ?? 0;
  const moved = asLines(amounts);
  const rest = restOf(moved, asLines(answers['used'] as AmountsAnswer));
  const sum = kronor(sumOf(rest.map(({ ore }) => ore)));
  const words = { giver, receiver, sum, year, next: year + 1 };
  const bodies = processes[name]?.bodies ?? [];
  const lines = moved.map(({ name: line, ore }, i) =>
    t('settlement.line', { line, moved: kronor(ore), left: kronor(rest[i]?.ore ?? 0) }),
  );
  return {
    order: 'inOrder',
    report: {
      title: text(answers, 'title'),
      summary: t('settlement.summary', words),
      matter: [...lines, text(answers, 'reasons')].filter((line) => line !== '').join('\n'),
      consequences: t('settlement.consequences', words),
      recipients: [giver, receiver].join('\n'),
    },
    places: bodies.map((committee, i) => ({
      committee,
      part: i === bodies.length - 1 ? 'decide' : 'prepare',
      proposal: t('settlement.proposal', words),
    })),
  };
}

function text(answers: Answers, id: string): string {
  const answer = answers[id];
  return typeof answer === 'string' ? answer : '';
}
