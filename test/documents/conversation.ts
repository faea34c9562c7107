import { composeConversation } from '../../activities/documents/compose/compose-conversation';
import type { DocumentContent } from '../../activities/documents/content';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import type { Language } from '../../domain/language';

const answeredBy = 'Siv Sand, samordnare';

/** A dialogue that was asked on once and closed by whoever asked. */
export function aConversation(language: Language): DocumentContent {
  return composeConversation({
    ...{ municipality: sodertalje, language, process: 'dialogue', number: 'KFN 27/14' },
    createdAt: '2027-10-12T13:32:00.000Z',
    conversation: {
      ...{ theme: 'Lokaler', asker: 'Föreningen Lyktan', ended: 'byAsker' },
      messages: [
        {
          ...{ from: 'asker', by: null, at: '2027-09-15T10:00:00.000Z' },
          text: 'Lokalen är låst på kvällarna.\nVi har ringt tre gånger.',
        },
        {
          ...{ from: 'municipality', by: answeredBy, at: '2027-09-20T10:00:00.000Z' },
          text: 'Ni får en egen nyckel.',
        },
        { from: 'asker', by: null, at: '2027-09-21T10:00:00.000Z', text: 'När får vi den?' },
        {
          ...{ from: 'municipality', by: answeredBy, at: '2027-09-22T10:00:00.000Z' },
          text: 'Nästa vecka.',
        },
      ],
    },
  });
}
