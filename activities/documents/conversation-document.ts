import { conversationOf } from '../../database/conversation';
import { untilReply } from '../../domain/dialogue/conversation';
import { composeConversation } from './compose/compose-conversation';
import type { DocumentContent } from './content';
import type { Source } from './make-document';

/** A dialogue up to the nth answer; after the last one the whole of it, with how it ended. */
export async function conversation(source: Source): Promise<DocumentContent> {
  const { tx, dependencies, municipality, found, createdAt, nth } = source;
  const whole = await conversationOf(tx, dependencies.forms, found);
  return composeConversation({
    ...{ municipality, process: found.process, language: found.language, createdAt },
    number: found.number,
    conversation: untilReply(whole, nth),
  });
}
