import { formatDate } from '../../../domain/format';
import { allFields, fieldsOf } from '../../../domain/forms/fields';
import { ratingLabel, ratings } from '../../../domain/forms/rating';
import { formText, optionalFormText } from '../../../domain/forms/summary';
import type { FormDefinition, FormField } from '../../../domain/forms/types';
import type { Language } from '../../../domain/language';
import { translator } from '../../../domain/texts';
import type { Block } from '../content';
import { heading, paragraph } from './frame';

/** A form that somebody fills in with a pen and sends back. */
export interface FormOnPaper {
  form: FormDefinition;
  /** Whose answer it is. */
  respondent: string;
  /** Last day, `YYYY-MM-DD`. */
  deadline: string;
}

interface Printing extends FormOnPaper {
  language: Language;
  number: string;
  /** Where it is sent. */
  postal: string;
}

/** How much room a question has. */
const linesFor = { long: 3, middling: 2, short: 1, shared: 5 } as const;
/** A text that may not be longer than this gets fewer lines. */
const middling = 1000;
/** Items of a group there is room for; more go on a paper of one's own. */
const printedItems = 2;

/**
 * The form on pages of its own, apart from the letter that brings it: whose it is, how it is filled in,
 * where it goes until when, and every question. What the page asks only on demand comes last, and what
 * is said about it shares its lines.
 */
export function formOnPaper(printing: Printing): Block[] {
  const { form, language, respondent, deadline, number, postal } = printing;
  const t = translator(language, 'document');
  const cannotSay = optionalFormText(form, language, 'scale.cannotSay');
  return [
    { kind: 'pageBreak' },
    heading(2, t('formOnPaper.heading')),
    {
      kind: 'facts',
      rows: [
        { label: t('formOnPaper.respondent'), value: respondent },
        { label: t('frame.number'), value: number },
        { label: t('formOnPaper.sendTo'), value: postal },
        { label: t('formOnPaper.deadline'), value: formatDate(deadline, language) },
      ],
    },
    paragraph(formText(form, language, 'intro')),
    ...(cannotSay === undefined
      ? []
      : [{ kind: 'notice', text: t('formOnPaper.howTo', { cannotSay }) } as const]),
    ...form.pages.flatMap(({ id, fields }) => {
      const asked = fields.filter((field) => !field.showWhen && !opensOthers(form, field));
      if (asked.length === 0) return [];
      const help = optionalFormText(form, language, `page.${id}.help`);
      return [
        heading(3, formText(form, language, `page.${id}`)),
        ...(help === undefined ? [] : [paragraph(help)]),
        ...asked.flatMap((field) => blanksOf(printing, field, `field.${field.id}`)),
      ];
    }),
    ...onDemand(printing),
  ];
}

/** A tick that only makes the page ask more, and on paper all of it is there. */
function opensOthers(form: FormDefinition, { id, type }: FormField): boolean {
  return type === 'confirmation' && allFields(form).some(({ showWhen }) => showWhen?.field === id);
}

function onDemand(printing: Printing): Block[] {
  const { form, language } = printing;
  const t = translator(language, 'document');
  const parts = form.pages.flatMap(({ id, fields }) => {
    const chosen = fields.filter(({ showWhen, type }) => showWhen && type === 'choice');
    if (chosen.length === 0) return [];
    return [
      heading(3, formText(form, language, `page.${id}`)),
      ...chosen.flatMap((field) => blanksOf(printing, field, `field.${field.id}`)),
    ];
  });
  if (parts.length === 0) return [];
  return [
    heading(2, t('formOnPaper.onDemand')),
    paragraph(t('formOnPaper.onDemandHelp')),
    ...parts,
    heading(3, t('formOnPaper.comments')),
    { kind: 'blank', label: t('formOnPaper.commentsHelp'), lines: linesFor.shared },
  ];
}

function blanksOf(printing: Printing, field: FormField, key: string): Block[] {
  const { form, language } = printing;
  const label = formText(form, language, key);
  const help = optionalFormText(form, language, `${key}.help`);
  if (field.type === 'group') return groupBlanks(printing, field, { key, label, help });
  const blank = { kind: 'blank', label, ...(help !== undefined && { help }) } as const;
  if (field.type === 'rating') {
    return [{ ...blank, options: ratings.map((each) => ratingLabel(form, language, each)) }];
  }
  if (field.options) {
    const named = field.options.map((each) => formText(form, language, `${key}.option.${each}`));
    return [{ ...blank, options: named }];
  }
  return [{ ...blank, lines: linesOf(field) }];
}

function linesOf({ type, maxLength = Infinity }: FormField): number {
  if (type !== 'longText') return linesFor.short;
  return maxLength > middling ? linesFor.long : linesFor.middling;
}

interface GroupTexts {
  key: string;
  label: string;
  help: string | undefined;
}

function groupBlanks(printing: Printing, group: FormField, { key, label, help }: GroupTexts) {
  const { form, language } = printing;
  const item = optionalFormText(form, language, `${key}.item`) ?? label;
  return [
    paragraph(help === undefined ? label : `${label} ${help}`),
    ...Array.from({ length: printedItems }, (_, i) =>
      fieldsOf(group).flatMap((field) =>
        blanksOf(printing, field, `${key}.${field.id}`).map((block) =>
          block.kind === 'blank' ? { ...block, label: `${item} ${i + 1}: ${block.label}` } : block,
        ),
      ),
    ).flat(),
  ];
}
