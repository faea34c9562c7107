import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ConversationView } from '../../domain/api/shapes';
import { formatInstant } from '../shared/i18n/format';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { useMunicipality } from '../shared/layout/municipality-context';

/** What has been written in a dialogue, oldest first. */
export function Conversation({ conversation }: { conversation: ConversationView }) {
  const t = useTexts();
  const language = useLanguage();
  const { name } = useMunicipality();
  const { theme, asker, messages } = conversation;
  return (
    <section aria-labelledby="conversation-heading">
      <Heading level={2} data-size="sm" id="conversation-heading">
        {t('task.conversation.heading')}
      </Heading>
      <Paragraph>{t('task.conversation.theme', { theme })}</Paragraph>
      <ol className="opinions">
        {messages.map(({ from, by, at, text }) => (
          <li key={at}>
            <Heading level={3} data-size="2xs">
              <bdi>
                {t(`task.conversation.${from}`, {
                  ...{ asker, name, by: by ?? '' },
                  at: formatInstant(at, language),
                })}
              </bdi>
            </Heading>
            <Paragraph className="typed" dir="auto">
              {text}
            </Paragraph>
          </li>
        ))}
      </ol>
    </section>
  );
}
