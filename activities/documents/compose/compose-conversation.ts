import type { Conversation, Message } from '../../../domain/dialogue/conversation';
import { formatInstant } from '../../../domain/format';
import type { DocumentContent } from '../content';
import {
  caseFrame,
  documentTexts,
  heading,
  paragraph,
  paragraphs,
  type DocumentInput,
} from './frame';

export interface ConversationInput extends DocumentInput {
  /** Diary number. */
  number: string;
  conversation: Conversation;
}

/** What was asked and answered, oldest first, and how it ended. */
export function composeConversation(input: ConversationInput): DocumentContent {
  const { number, conversation, createdAt, municipality, language } = input;
  const { theme, asker, messages, ended } = conversation;
  const t = documentTexts(input);
  const headingOf = ({ from, by, at }: Message, i: number) => {
    const when = formatInstant(at, language);
    if (from === 'asker')
      return t(i === 0 ? 'conversation.asked' : 'conversation.askedOn', { asker, when });
    return t('conversation.answered', { municipality: municipality.name, by: by ?? '', when });
  };
  return {
    ...caseFrame(input, { number, dated: createdAt }),
    title: t('conversation.title', { asker }),
    blocks: [
      { kind: 'facts', rows: [{ label: t('conversation.theme'), value: theme }] },
      ...messages.flatMap((message, i) => [
        heading(2, headingOf(message, i)),
        ...paragraphs(message.text),
      ]),
      ...(ended
        ? [heading(2, t('conversation.ended')), paragraph(t(`conversation.${ended}`))]
        : []),
    ],
    attachment: {
      name: 'conversation.json',
      description: t('conversation.attachment'),
      data: { number, ...conversation },
    },
  };
}
