import { formatDate } from '../../../domain/format';
import { boundAnswer } from '../../../domain/forms/fields';
import type { Answers, FormDefinition } from '../../../domain/forms/types';
import type { Block, DocumentContent } from '../content';
import type { GroupThatDay } from '../group-that-day';
import {
  caseFrame,
  contactLine,
  heading,
  paragraph,
  unbroken,
  type DocumentInput,
  documentTexts,
} from './frame';

export interface DecisionInput extends DocumentInput {
  /** Diary number. */
  number: string;
  /** ISO instant. */
  decidedAt: string;
  outcome: 'approve' | 'refuse';
  /** It goes against the organisation, which reads why and what can be done about it. */
  adverse: boolean;
  reasons?: string;
  organisationName: string;
  deciderName: string;
  /** The point of the delegation order it was decided by. */
  delegation?: string;
  /** What the group said before, where there is one. */
  opinions?: { support: number; oppose: number };
  /** Who sat in that group on the day of its opinion. */
  group?: GroupThatDay;
  /** The application that is decided on. */
  form: FormDefinition;
  answers: Answers;
}

/** A delegate's decision on an application; a refusal says why, and what can be done about it. */
export function composeDecision(input: DecisionInput): DocumentContent {
  const { number, decidedAt, outcome, adverse, reasons, organisationName, deciderName } = input;
  const { form, answers, opinions } = input;
  const t = documentTexts(input);
  return {
    ...caseFrame(input, { number, dated: decidedAt }),
    recipient: [organisationName],
    title: t('decision.title'),
    blocks: [
      ...decision(input),
      ...reasonsIn(input),
      ...(adverse ? remedies(input) : whatHappensNow(input)),
    ],
    attachment: {
      name: 'decision.json',
      description: t('decision.attachment'),
      data: {
        number,
        decidedAt,
        outcome,
        reasons,
        organisationName,
        deciderName,
        delegation: input.delegation,
        opinions: hasOpinions(input) ? opinions : undefined,
        group: hasOpinions(input) ? input.group : undefined,
        form: { id: form.id, version: form.version },
        answers,
      },
    },
  };
}

function decision(input: DecisionInput): Block[] {
  const { municipality, language, outcome, organisationName, form, answers } = input;
  const t = documentTexts(input);
  const names = {
    municipality: municipality.name,
    organisation: organisationName,
    agreement: municipality.agreementName[language],
  };
  const organisationNumber = boundAnswer(form, 'organisationNumber', answers);
  return [
    paragraph(outcome === 'approve' ? t('decision.approved', names) : t('decision.refused', names)),
    {
      kind: 'facts',
      rows: [
        { label: t('decision.organisation'), value: organisationName },
        ...(organisationNumber === undefined
          ? []
          : [{ label: t('decision.organisationNumber'), value: organisationNumber }]),
        { label: t('decision.decidedOn'), value: formatDate(input.decidedAt, language) },
        {
          label: t('decision.decidedBy'),
          value: t('decision.onDelegation', { name: input.deciderName }),
        },
        ...(input.delegation === undefined
          ? []
          : [{ label: t('decision.delegation'), value: input.delegation }]),
        ...(hasOpinions(input)
          ? [
              { label: t('decision.opinion'), value: t('decision.opinions', input.opinions) },
              ...groupRow(input),
            ]
          : []),
      ],
    },
  ];
}

function groupRow(input: DecisionInput): { label: string; value: string }[] {
  const { group, language } = input;
  if (!group || group.members.length === 0) return [];
  const t = documentTexts(input);
  const date = formatDate(group.day, language);
  const label = t('decision.group', { group: group.name, date });
  return [{ label, value: group.members.join(', ') }];
}

function hasOpinions(
  input: DecisionInput,
): input is DecisionInput & Required<Pick<DecisionInput, 'opinions'>> {
  const { support = 0, oppose = 0 } = input.opinions ?? {};
  return support + oppose > 0;
}

function whatHappensNow(input: DecisionInput): Block[] {
  const t = documentTexts(input);
  return [heading(2, t('decision.next')), ...t('decision.nextSteps').split('\n').map(paragraph)];
}

function reasonsIn(input: DecisionInput): Block[] {
  const { reasons } = input;
  return reasons === undefined
    ? []
    : [heading(2, documentTexts(input)('decision.reasons')), paragraph(reasons)];
}

function remedies(input: DecisionInput): Block[] {
  const { municipality, language, number } = input;
  const t = documentTexts(input);
  const contact = contactLine(municipality, language);
  return [
    heading(2, t('decision.again')),
    paragraph(t('decision.againText')),
    paragraph(t('decision.complain', { contact })),
    // Kommunallagen (2017:725): a delegate's decision is the committee's (6 kap. 37 §) and comes
    // under legality review (13 kap. 1–2 §§) by members of the municipality (1 kap. 5 §), in
    // writing (4 §), within three weeks from the notice (5 §); what is tried is lawfulness, and
    // the decision can only be set aside (8 §).
    heading(2, t('decision.review')),
    paragraph(t('decision.reviewWho')),
    paragraph(t('decision.reviewHow', { number: unbroken(number) })),
    paragraph(t('decision.reviewWhen')),
    paragraph(t('decision.reviewWhat')),
    paragraph(t('decision.reviewHelp', { contact })),
  ];
}
