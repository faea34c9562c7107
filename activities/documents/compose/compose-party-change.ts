import { formatDate, formatInstant } from '../../../domain/format';
import { summarize } from '../../../domain/forms/summary';
import type { Answers, FormDefinition } from '../../../domain/forms/types';
import type { PartyChange } from '../../../domain/party';
import type { Block, DocumentContent } from '../content';
import {
  caseFrame,
  contactLine,
  documentTexts,
  heading,
  paragraph,
  type DocumentInput,
} from './frame';

/** Who confirmed a change, as they wrote it. */
export interface Confirmation {
  name: string;
  role: string;
  /** ISO instant the answer was received. */
  at: string;
  /** It came in writing instead of by the link that was mailed. */
  onPaper: boolean;
}

export interface PartyChangeInput extends DocumentInput {
  /** Diary number. */
  number: string;
  organisationName: string;
  change: PartyChange;
  /** The organisation it has become a part of; only with a merger. */
  mergedInto: string;
  /** What was reported. */
  form: FormDefinition;
  answers: Answers;
  confirmations: readonly Confirmation[];
}

/** Says what has changed in the register, what was reported and who confirmed it. */
export function composePartyChange(input: PartyChangeInput): DocumentContent {
  const { municipality, language, number, organisationName, change, mergedInto } = input;
  const t = documentTexts(input);
  const names = {
    municipality: municipality.name,
    organisation: organisationName,
    agreement: municipality.agreementName[language],
    mergedInto,
  };
  return {
    ...caseFrame(input, { number, dated: input.createdAt }),
    recipient: [organisationName],
    title: t('partyChange.title'),
    blocks: [
      paragraph(t(`partyChange.${change}`, names)),
      heading(2, t('partyChange.reported')),
      reported(input),
      heading(2, t('partyChange.confirmed')),
      { kind: 'list', items: confirmedBy(input) },
      paragraph(t('partyChange.correction', { contact: contactLine(municipality, language) })),
    ],
    attachment: {
      name: 'change.json',
      description: t('partyChange.attachment'),
      data: {
        number,
        organisationName,
        change,
        form: { id: input.form.id, version: input.form.version },
        answers: input.answers,
        confirmations: input.confirmations,
      },
    },
  };
}

/** What was answered; who sent it is nobody's business in a letter to others. */
function reported({ form, answers, language }: PartyChangeInput): Block {
  const sections = summarize(form, answers, language).filter(({ pageId }) => pageId !== 'sender');
  const rows = sections.flatMap((section) => section.rows);
  return {
    kind: 'facts',
    rows: rows.flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }])),
  };
}

function confirmedBy(input: PartyChangeInput): string[] {
  const t = documentTexts(input);
  return input.confirmations.map(({ name, role, at, onPaper }) =>
    onPaper
      ? t('partyChange.confirmedOnPaper', { name, role, on: formatDate(at, input.language) })
      : t('partyChange.confirmedBy', { name, role, at: formatInstant(at, input.language) }),
  );
}
