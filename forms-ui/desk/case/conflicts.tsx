import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { DeskCaseView } from '../../../domain/api/desk';
import { useDeskTexts } from '../use-desk-texts';
import { wordFor } from '../words';

/** Who is not asked because the application names them; nothing where nobody is. */
export function Conflicts({ conflicts }: Pick<DeskCaseView, 'conflicts'>) {
  const t = useDeskTexts();
  if (conflicts.length === 0) return null;
  return (
    <Alert data-color="warning" className="notice">
      <Heading level={2} data-size="xs">
        {t('conflict.heading')}
      </Heading>
      <Paragraph>{t('conflict.text', { count: conflicts.length })}</Paragraph>
      <ul>
        {conflicts.map(({ name, kinds }) => (
          <li key={name}>
            {t('conflict.person', {
              name,
              kinds: kinds.map((kind) => wordFor('taskKinds', kind, t)).join(', '),
            })}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
