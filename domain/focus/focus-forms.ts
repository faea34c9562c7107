import { formReference } from '../forms/registry';
import type { FormDefinition, FormField } from '../forms/types';
import { longestList, type FocusArea, type FocusAreasConfiguration } from './focus-areas';

// Forms that are made from what there is to choose between. Their references pin that: who chooses and how
// many there may be, or the list of a year by its version.

/** The list that a form is made from: `1` is the short list of a year's first round. */
export interface ListReference {
  year: number;
  version: number;
}

/** What a reference says that the form was made from. */
export type FocusFormParts =
  | ({ form: 'shortlist' } & Pick<FocusAreasConfiguration, 'chosenBy' | 'most'>)
  | ({ form: 'vote' | 'tie' } & ListReference);

/** The reference of a form before it is made, as a task pins it. */
export function focusReference(parts: FocusFormParts): string {
  return formReference(
    parts.form === 'shortlist'
      ? { id: `focus-shortlist-${parts.chosenBy}-${parts.most}`, version: 1 }
      : { id: `focus-${parts.form}-${parts.year}`, version: parts.version },
  );
}

/** What a reference says that the form was made from; undefined for any other form's. */
export function readFocusReference(reference: string): FocusFormParts | undefined {
  const [, chosenBy, most] = /^focus-shortlist-(parties|group)-(\d+)@1$/.exec(reference) ?? [];
  if (chosenBy === 'parties' || chosenBy === 'group') {
    return { form: 'shortlist', chosenBy, most: Number(most) };
  }
  const [, form, year, version] = /^focus-(vote|tie)-(\d+)@(\d+)$/.exec(reference) ?? [];
  if (form !== 'vote' && form !== 'tie') return undefined;
  return { form, year: Number(year), version: Number(version) };
}

/**
 * What the contact point makes of the proposals: a list for the parties to vote on, or no more areas than
 * there are to be, for the group to decide on.
 */
export function shortlistForm({
  chosenBy,
  most,
}: Pick<FocusAreasConfiguration, 'chosenBy' | 'most'>): FormDefinition {
  const isForVote = chosenBy === 'parties';
  const max = isForVote ? longestList : most;
  const [sv, en] = isForVote ? listForVote(most) : listForGroup(most);
  return {
    ...{ id: `focus-shortlist-${chosenBy}-${most}`, version: 1, retentionYears: 10, bindings: {} },
    pages: [
      {
        id: 'candidates',
        fields: [
          {
            ...{ id: 'candidates', type: 'group', required: false, max },
            fields: [
              { id: 'area', type: 'text', required: true, maxLength: 120 },
              { id: 'why', type: 'longText', required: false, maxLength: 600 },
            ],
          },
        ],
      },
    ],
    texts: {
      sv: {
        ...sv,
        title: 'Förslag till fokusområden',
        'field.candidates': 'Fokusområden',
        'field.candidates.item': 'Område',
        'field.candidates.add': 'Lägg till ett område',
        'field.candidates.remove': 'Ta bort område',
        'field.candidates.error.tooMany': `Ta bort något. Det får vara högst ${max} områden.`,
        'field.candidates.area': 'Område',
        'field.candidates.area.help': 'Några ord som alla förstår, utan den som föreslog det.',
        'field.candidates.area.error.required': 'Skriv området, eller ta bort det',
        'field.candidates.why': 'Vad handlar det om?',
      },
      en: {
        ...en,
        title: 'Proposed focus areas',
        'field.candidates': 'Focus areas',
        'field.candidates.item': 'Area',
        'field.candidates.add': 'Add an area',
        'field.candidates.remove': 'Remove area',
        'field.candidates.error.tooMany': `Remove something. There can be at most ${max} areas.`,
        'field.candidates.area': 'Area',
        'field.candidates.area.help':
          'A few words that everybody understands, not who proposed it.',
        'field.candidates.area.error.required': 'Write the area, or remove it',
        'field.candidates.why': 'What is it about?',
      },
    },
  };
}

type Texts = readonly [sv: Record<string, string>, en: Record<string, string>];

function listForVote(most: number): Texts {
  return [
    {
      intro: `Gör en kort lista av förslagen, som parterna röstar om. De väljer högst ${most}. Slå ihop förslag som menar samma sak, skriv dem så att alla förstår och ta bort det som inte hör hit.`,
      send: 'Skicka listan till parterna',
      'page.candidates': 'Listan som parterna röstar om',
      'field.candidates.help': `Är det inte fler än ${most} behövs ingen omröstning: då gäller alla på listan. En tom lista betyder att det inte blir några fokusområden.`,
    },
    {
      intro: `Make a short list of the proposals, which the parties vote on. They choose at most ${most}. Merge proposals that mean the same, word them so that everybody understands, and remove what does not belong here.`,
      send: 'Send the list to the parties',
      'page.candidates': 'The list that the parties vote on',
      'field.candidates.help': `If there are no more than ${most}, no vote is needed: all on the list hold. An empty list means that there will be no focus areas.`,
    },
  ];
}

function listForGroup(most: number): Texts {
  return [
    {
      intro: `Föreslå högst ${most} fokusområden, som gruppen beslutar om. Slå ihop förslag som menar samma sak, skriv dem så att alla förstår och ta bort resten.`,
      send: 'Skicka till gruppen',
      'page.candidates': 'Det som gruppen beslutar om',
      'field.candidates.help': 'En tom lista betyder att det inte blir några fokusområden.',
    },
    {
      intro: `Propose at most ${most} focus areas, which the group decides on. Merge proposals that mean the same, word them so that everybody understands, and remove the rest.`,
      send: 'Send to the group',
      'page.candidates': 'What the group decides on',
      'field.candidates.help': 'An empty list means that there will be no focus areas.',
    },
  ];
}

/** What there is to choose between, and how many. */
export interface FocusChoice extends ListReference {
  areas: readonly FocusArea[];
  room: number;
}

/** A party's vote on the short list. */
export function voteForm({ areas, room, year, version }: FocusChoice): FormDefinition {
  return {
    ...{ id: `focus-vote-${year}`, version, retentionYears: 10, bindings: {} },
    pages: [{ id: 'vote', fields: [choiceOf(areas, room)] }],
    texts: {
      sv: {
        title: 'Rösta om fokusområden',
        intro: `Vad ska vi samverka om fram till nästa uppföljning? Er organisation har en röst och väljer högst ${room}.`,
        send: 'Skicka er röst',
        'page.vote': 'Er röst',
        'field.areas': `Välj högst ${room}`,
        'field.areas.help': 'Områdena kommer från förslagen i årets uppföljning.',
        'field.areas.error.choices': 'Välj minst ett område',
        'field.areas.error.tooMany': `Ta bort något. Ni kan välja högst ${room}.`,
        ...optionTexts(areas),
      },
      en: {
        title: 'Vote on focus areas',
        intro: `What are we to work on together until the next follow-up? Your organisation has one vote and chooses at most ${room}.`,
        send: 'Send your vote',
        'page.vote': 'Your vote',
        'field.areas': `Choose at most ${room}`,
        'field.areas.help': "The areas come from the proposals in this year's follow-up.",
        'field.areas.error.choices': 'Choose at least one area',
        'field.areas.error.tooMany': `Remove something. You can choose at most ${room}.`,
        ...optionTexts(areas),
      },
    },
  };
}

/** What the contact point chooses among areas that the vote has not told apart, and why. */
export function tieForm({ areas, room, year, version }: FocusChoice): FormDefinition {
  const count = { sv: room === 1 ? 'ett område' : `${room} områden` };
  const english = room === 1 ? 'one area' : `${room} areas`;
  return {
    ...{ id: `focus-tie-${year}`, version, retentionYears: 10, bindings: { reasons: 'reason' } },
    pages: [
      {
        id: 'choice',
        fields: [
          { ...choiceOf(areas, room), min: room },
          { id: 'reason', type: 'longText', required: true, maxLength: 1000 },
        ],
      },
    ],
    texts: {
      sv: {
        title: 'Välj mellan områdena',
        intro: `Rösterna skiljer inte de här områdena åt. Välj ${count.sv} och skriv varför. Skälet står bredvid resultatet.`,
        send: 'Skicka valet',
        'page.choice': 'Ditt val',
        'field.areas': `Välj ${count.sv}`,
        'field.areas.error.choices': `Välj ${count.sv}`,
        'field.areas.error.tooFew': `Välj ${count.sv}`,
        'field.areas.error.tooMany': `Ta bort något. Det finns plats för ${count.sv}.`,
        'field.reason': 'Varför väljer du så?',
        'field.reason.error.required': 'Skriv varför du väljer så',
        ...optionTexts(areas),
      },
      en: {
        title: 'Choose between the areas',
        intro: `The votes do not tell these areas apart. Choose ${english} and write why. The reason stands beside the result.`,
        send: 'Send the choice',
        'page.choice': 'Your choice',
        'field.areas': `Choose ${english}`,
        'field.areas.error.choices': `Choose ${english}`,
        'field.areas.error.tooFew': `Choose ${english}`,
        'field.areas.error.tooMany': `Remove something. There is room for ${english}.`,
        'field.reason': 'Why do you choose so?',
        'field.reason.error.required': 'Write why you choose so',
        ...optionTexts(areas),
      },
    },
  };
}

function choiceOf(areas: readonly FocusArea[], max: number): FormField {
  return {
    ...{ id: 'areas', type: 'choices', required: true, max },
    options: areas.map(({ id }) => id),
  };
}

/** What they are called, the same in every language, as they were written in one. */
function optionTexts(areas: readonly FocusArea[]): Record<string, string> {
  return Object.fromEntries(
    areas.flatMap(({ id, area, why }) => [
      [`field.areas.option.${id}`, area],
      ...(why === undefined ? [] : [[`field.areas.option.${id}.help`, why]]),
    ]),
  ) as Record<string, string>;
}
