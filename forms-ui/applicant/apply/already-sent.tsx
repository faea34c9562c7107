import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import type { SentApplication } from './sent-application';

interface Props {
  sent: SentApplication;
  /** Begins an application of its own. */
  onNew: () => void;
}

/** What stands in the form's place once this tab has sent it: nothing is lost, it is at the municipality. */
export function AlreadySent({ sent, onNew }: Props) {
  const t = useTexts();
  const { id, name } = useMunicipality();
  return (
    <div className="column">
      <PageHeading
        title={t('apply.sent.heading')}
        caption={t('case.caption', { number: sent.number })}
        site={name}
      />
      <Paragraph data-size="lg">{t('apply.sent.text', { number: sent.number })}</Paragraph>
      <p className="link-line">
        <RouteLink href={`/${id}/case#${sent.statusToken}`}>{t('apply.sent.status')}</RouteLink>
      </p>
      <Paragraph>{t('apply.sent.another')}</Paragraph>
      <div className="actions">
        <Button variant="secondary" onClick={onNew}>
          {t('apply.sent.new')}
        </Button>
      </div>
    </div>
  );
}
