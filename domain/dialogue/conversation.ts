/** What one of the two has written in a dialogue. */
export interface Message {
  from: 'asker' | 'municipality';
  /** Who answers for it, as they have named themselves; null where that is the asker's own name. */
  by: string | null;
  /** ISO instant. */
  at: string;
  text: string;
}

/** A matter and what has been written about it, oldest first. */
export interface Conversation {
  /** The theme by name. */
  theme: string;
  /** Who asks, by name. */
  asker: string;
  messages: readonly Message[];
  /** How it ended; null while it goes on. */
  ended: 'byAsker' | 'bySilence' | 'otherwise' | null;
}

/** How far a conversation had come with the municipality's nth answer; beyond the last one, all of it. */
export function untilReply(conversation: Conversation, nth: number): Conversation {
  const { messages } = conversation;
  const replies = messages.filter(({ from }) => from === 'municipality');
  const last = replies[nth - 1];
  if (!last) return conversation;
  return { ...conversation, messages: messages.slice(0, messages.indexOf(last) + 1), ended: null };
}
