import type { FirstAgreement } from '../../../domain/first-agreement/first-agreement';
import type { ForumKind } from '../../../domain/forum/forum';
import { formatDate } from '../../../domain/format';
import type { Block, DocumentContent } from '../content';
import {
  caseFrame,
  documentTexts,
  heading,
  paragraph,
  paragraphs,
  type DocumentInput,
} from './frame';

export interface AgreementDraftInput extends DocumentInput {
  number: string;
  commission: FirstAgreement;
  /** By their day. */
  meetings: readonly { kind: ForumKind; day: string; title: string }[];
  survey: { asked: number; answered: number; open: number };
  draft: {
    summary: string;
    met: string;
    text: string | null;
    file: { name: string; sha256: string } | null;
    handedOverAt: string;
  };
  /** The page of the work. */
  url: string;
}

/** The draft of a first agreement, with the way to it: what ends the case. */
export function composeAgreementDraft(input: AgreementDraftInput): DocumentContent {
  const { number, commission, draft, createdAt, language, meetings, survey } = input;
  const t = documentTexts(input);
  return {
    ...caseFrame(input, { number, dated: createdAt }),
    title: t('agreementDraft.title', { title: commission.title }),
    blocks: [
      paragraph(t('agreementDraft.intro', { day: formatDate(draft.handedOverAt, language) })),
      heading(2, t('agreementDraft.summary')),
      ...paragraphs(draft.summary),
      heading(2, t('agreementDraft.met')),
      ...paragraphs(draft.met),
      heading(2, t('agreementDraft.commission')),
      paragraph(decided(input)),
      ...paragraphs(commission.commission),
      heading(2, t('agreementDraft.meetings')),
      ...(meetings.length === 0
        ? [paragraph(t('agreementDraft.noMeetings'))]
        : [{ kind: 'list' as const, items: meetings.map((each) => meetingLine(input, each)) }]),
      heading(2, t('agreementDraft.survey')),
      paragraph(t('agreementDraft.surveyText', survey)),
      heading(2, t('agreementDraft.text')),
      ...draftBlocks(input),
    ],
    attachment: {
      name: 'agreement-draft.json',
      description: t('agreementDraft.attachment'),
      data: { number, commission, meetings, survey, draft },
    },
  };
}

function decided(input: AgreementDraftInput): string {
  const t = documentTexts(input);
  const { body, decidedOn, paragraph: at } = input.commission;
  const day = formatDate(decidedOn, input.language);
  return at === ''
    ? t('agreementDraft.decided', { body, day })
    : t('agreementDraft.decidedAt', { body, day, paragraph: at });
}

function meetingLine(
  input: AgreementDraftInput,
  { kind, day, title }: AgreementDraftInput['meetings'][number],
): string {
  const t = documentTexts(input);
  const words = { kind: t(`agreementDraft.kinds.${kind}`), day: formatDate(day, input.language) };
  return t('agreementDraft.meeting', { ...words, title });
}

function draftBlocks(input: AgreementDraftInput): Block[] {
  const t = documentTexts(input);
  const { text, file } = input.draft;
  const rows = [
    { label: t('agreementDraft.fileName'), value: file?.name ?? '' },
    { label: t('agreementDraft.fingerprint'), value: file?.sha256 ?? '' },
  ];
  return [
    ...(file
      ? [
          paragraph(t('agreementDraft.file')),
          { kind: 'link' as const, url: input.url },
          { kind: 'facts' as const, rows },
        ]
      : []),
    ...(text === null ? [] : paragraphs(text)),
  ];
}
