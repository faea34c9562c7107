import { frameOf, mailTexts, valuesOf, type LetterContent, type LetterParameters } from './letter';

/** The focus areas after the follow-up of a year, by name. */
export interface ChosenAreas {
  year: number;
  areas: readonly string[];
}

/** To every party, office and company: what is worked on together now, area by area. */
export function focusAreasChosen(
  parameters: LetterParameters & { chosen: ChosenAreas },
): LetterContent {
  const { year, areas } = parameters.chosen;
  const t = mailTexts(parameters);
  const values = { ...valuesOf(parameters), year };
  const said =
    areas.length === 0
      ? [t('focusAreasChosen.none', values)]
      : [t('focusAreasChosen.state', values), ...areas, t('focusAreasChosen.more', values)];
  return {
    ...frameOf(parameters),
    subject: t('focusAreasChosen.subject', values),
    preheader: t('focusAreasChosen.preheader', values),
    why: t('focusAreasChosen.why', values),
    paragraphs: said,
    action: { label: t('focusAreasChosen.action'), url: parameters.url },
    otherwise: t('focusAreasChosen.otherwise', values),
  };
}
