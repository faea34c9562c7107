import { formatDate } from '../../../domain/format';
import { codingInWords, type LedgerConfiguration } from '../../../domain/ledger/coding';
import type { PlannedYear } from '../../../domain/ledger/plan';
import type { AccountCoding } from '../../../domain/ledger/coding';
import { formatOre } from '../../../domain/money';
import type { DocumentContent } from '../content';
import { caseFrame, documentTexts, heading, paragraph, type DocumentInput } from './frame';

export interface TransferOrderInput extends DocumentInput {
  /** Diary number. */
  number: string;
  /** What the request is called. */
  title: string;
  year: PlannedYear;
  /** Why it is posted anew: it was taken back while the decision did not hold, or by mistake. */
  again?: 'restored' | 'mistaken';
  posted: {
    id: string;
    /** `YYYY-MM-DD` */
    postedOn: string;
    decision: string;
    entries: readonly { committee: string; coding?: AccountCoding }[];
  };
  ledger: LedgerConfiguration;
}

/** Says what has been posted for a year: from whom, to whom, line by line, with the account coding. */
export function composeTransferOrder(input: TransferOrderInput): DocumentContent {
  const { language, year, again, posted, ledger, number, title } = input;
  const t = documentTexts(input);
  const nameOf = (id: string) => ledger.accounts[id]?.name[language] ?? id;
  const coding = (id: string) => {
    const own = posted.entries.find(({ committee }) => committee === id)?.coding;
    return own ? codingInWords(own, ledger.dimensions, language) : '';
  };
  const kronor = (ore: number) => formatOre(ore, language);
  const names = { giver: nameOf(year.giver), receiver: nameOf(year.receiver) };
  const lines = year.lines.map(({ name, ore }) => [name, kronor(ore)]);
  return {
    ...caseFrame(input, { number, dated: input.createdAt }),
    recipient: [names.giver, names.receiver],
    title: t('transferOrder.title', { year: year.year }),
    blocks: [
      paragraph(title),
      paragraph(
        t('transferOrder.intro', { ...names, year: year.year, sum: `${kronor(year.ore)} kr` }),
      ),
      ...(again ? [paragraph(t(`transferOrder.again.${again}`))] : []),
      heading(2, t('transferOrder.amounts')),
      {
        kind: 'table',
        header: [t('transferOrder.line'), t('transferOrder.amount')],
        rows: [...lines, [t('transferOrder.total'), kronor(year.ore)]],
        rowHeaders: true,
        total: true,
      },
      heading(2, t('transferOrder.facts')),
      {
        kind: 'facts',
        rows: [
          { label: t('transferOrder.decision'), value: posted.decision },
          { label: t('transferOrder.postedOn'), value: formatDate(posted.postedOn, language) },
          { label: t('transferOrder.from'), value: `${names.giver}. ${coding(year.giver)}` },
          { label: t('transferOrder.to'), value: `${names.receiver}. ${coding(year.receiver)}` },
        ],
      },
    ],
    attachment: {
      name: 'transfer-order.json',
      description: t('transferOrder.attachment'),
      data: { number, title, year, posted },
    },
  };
}
