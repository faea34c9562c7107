import type { AgreementText, Principle } from '../agreement';
import { formReference } from '../forms/registry';
import type { FormDefinition, FormField, FormPage } from '../forms/types';
import { languages, type Language } from '../language';
import {
  commentField,
  commitmentCommentField,
  commitmentField,
  formFields,
  numberField,
  ratingField,
  singleField,
} from './field-names';
import { formWords } from './form-texts';
import type { FollowUpQuestions } from './questions';
import { respondentKinds, type RespondentKind } from './respondent';
import { verdicts } from './verdicts';

/** A version of the agreement, as the follow-up asks about it. */
export interface AskedAgreement {
  version: number;
  /** The same principles and commitments in every language. */
  texts: Record<Language, AgreementText>;
}

/**
 * The follow-up's form for one kind of respondent, made from a version of the agreement. Its reference
 * pins what it was made from: the kind and the edition of the questions are in its id, the agreement's
 * version is its own (`follow-up-office-1@2`). Whoever has been asked keeps the form of that version.
 */
export function followUpForm(
  kind: RespondentKind,
  agreement: AskedAgreement,
  questions: FollowUpQuestions,
): FormDefinition {
  const { principles } = agreement.texts.sv;
  return {
    id: `${formName}-${kind}-${questions.edition}`,
    version: agreement.version,
    retentionYears: 10,
    bindings: {},
    pages: [
      ...principles.map(principlePage),
      { id: 'matters', fields: [mattersGroup(questions)] },
      { id: 'ahead', fields: [proposalsGroup, ...numberFields(questions, kind)] },
    ],
    texts: Object.fromEntries(
      languages.map((language) => [language, textsOf(language, kind, agreement, questions)]),
    ) as FormDefinition['texts'],
  };
}

// A change of what this file makes of an agreement takes another name: forms that have been asked stay.
const formName = 'follow-up';

/** What a form of the follow-up was made from. */
export interface FollowUpFormParts {
  kind: RespondentKind;
  edition: number;
  agreementVersion: number;
}

/** The reference of a form before it is made, as a task pins it. */
export function followUpReference({ kind, edition, agreementVersion }: FollowUpFormParts): string {
  return formReference({ id: `${formName}-${kind}-${edition}`, version: agreementVersion });
}

/** What a reference says that the form was made from; undefined for any other form's. */
export function readFollowUpReference(reference: string): FollowUpFormParts | undefined {
  const found = /^follow-up-([a-z]+)-(\d+)@(\d+)$/.exec(reference);
  const kind = respondentKinds.find((each) => each === found?.[1]);
  if (!found || !kind) return undefined;
  return { kind, edition: Number(found[2]), agreementVersion: Number(found[3]) };
}

function principlePage({ id, commitments }: Principle): FormPage {
  const single = singleField(id);
  return {
    id,
    fields: [
      { id: ratingField(id, 'Own'), type: 'rating', required: true },
      { id: ratingField(id, 'Other'), type: 'rating', required: true },
      { id: commentField(id), type: 'longText', required: false, maxLength: 3000 },
      { id: single, type: 'confirmation', required: false },
      ...commitments.flatMap((commitment) => commitmentFields(commitment.id, single)),
    ],
  };
}

/** Asked only of whoever wants to say something about single commitments. */
function commitmentFields(commitmentId: string, single: string): FormField[] {
  const id = commitmentField(commitmentId);
  const judged: FormField = {
    ...{ id, type: 'choice', required: false, options: verdicts },
    showWhen: { field: single, in: ['true'] },
  };
  const comment: FormField = {
    ...{ id: commitmentCommentField(commitmentId), type: 'longText', required: false },
    maxLength: 1000,
    showWhen: { field: id, in: verdicts },
  };
  return [judged, comment];
}

function mattersGroup({ themes }: FollowUpQuestions): FormField {
  const fields: FormField[] = [
    { id: 'theme', type: 'choice', required: true, options: themes.map(({ id }) => id) },
    { id: 'text', type: 'longText', required: true, maxLength: 3000 },
  ];
  return { id: formFields.matters, type: 'group', required: false, max: 10, fields };
}

const proposalsGroup: FormField = {
  ...{ id: formFields.proposals, type: 'group', required: false, max: 5 },
  fields: [
    { id: 'area', type: 'text', required: true, maxLength: 120 },
    { id: 'why', type: 'longText', required: false, maxLength: 1000 },
  ],
};

/** The figures that this kind of respondent is asked for. */
function numberFields({ numbers }: FollowUpQuestions, kind: RespondentKind): FormField[] {
  return numbers
    .filter(({ asks }) => asks.includes(kind))
    .map(({ id }) => ({ id: numberField(id), type: 'number', required: false }));
}

function textsOf(
  language: Language,
  kind: RespondentKind,
  agreement: AskedAgreement,
  questions: FollowUpQuestions,
): Record<string, string> {
  const words = formWords(kind, language);
  const { matters, proposals } = formFields;
  return {
    ...{ title: words.title, intro: words.intro, send: words.send },
    ...{ 'scale.lowest': words.lowest, 'scale.highest': words.highest },
    'scale.cannotSay': words.cannotSay,
    ...merged(agreement.texts[language].principles.map((each) => principleTexts(each, words))),
    ...{ 'page.matters': words.mattersPage, 'page.ahead': words.aheadPage },
    ...groupTexts(matters, words.matters),
    [`field.${matters}.theme`]: words.theme,
    [`field.${matters}.theme.error.choice`]: words.themeMissing,
    ...merged(
      questions.themes.map(({ id, name }) => ({
        [`field.${matters}.theme.option.${id}`]: name[language],
      })),
    ),
    [`field.${matters}.text`]: words.matter,
    [`field.${matters}.text.help`]: words.matterHelp,
    [`field.${matters}.text.error.required`]: words.matterMissing,
    ...groupTexts(proposals, words.proposals),
    [`field.${proposals}.area`]: words.proposal,
    [`field.${proposals}.area.error.required`]: words.proposalMissing,
    [`field.${proposals}.why`]: words.why,
    ...merged(
      questions.numbers
        .filter(({ asks }) => asks.includes(kind))
        .map(({ id, label, help }) => ({
          [`field.${numberField(id)}`]: label[language],
          ...(help && { [`field.${numberField(id)}.help`]: help[language] }),
        })),
    ),
  };
}

function groupTexts(
  id: string,
  { label, help, item, add, remove }: ReturnType<typeof formWords>['matters'],
): Record<string, string> {
  const key = `field.${id}`;
  return {
    ...{ [key]: label, [`${key}.help`]: help, [`${key}.item`]: item },
    ...{ [`${key}.add`]: add, [`${key}.remove`]: remove },
  };
}

function principleTexts(
  { id, title, text, commitments }: Principle,
  words: ReturnType<typeof formWords>,
): Record<string, string> {
  return {
    ...{ [`page.${id}`]: title, [`page.${id}.help`]: text },
    [`field.${ratingField(id, 'Own')}`]: words.own(title),
    [`field.${ratingField(id, 'Other')}`]: words.other(title),
    [`field.${ratingField(id, 'Own')}.error.rating`]: words.ownMissing(title),
    [`field.${ratingField(id, 'Other')}.error.rating`]: words.otherMissing(title),
    [`field.${commentField(id)}`]: words.comment(title),
    [`field.${singleField(id)}`]: words.single(title),
    [`field.${singleField(id)}.confirmed`]: words.singleConfirmed,
    ...merged(
      commitments.map((commitment, i) => {
        const key = `field.${commitmentField(commitment.id)}`;
        const options = verdicts.map((each) => [`${key}.option.${each}`, words.verdicts[each]]);
        return {
          [key]: words.commitment(i + 1, commitment.text),
          ...(Object.fromEntries(options) as Record<string, string>),
          [`field.${commitmentCommentField(commitment.id)}`]: words.commitmentComment(i + 1),
        };
      }),
    ),
  };
}

function merged(parts: readonly Record<string, string>[]): Record<string, string> {
  return Object.assign({}, ...parts) as Record<string, string>;
}
