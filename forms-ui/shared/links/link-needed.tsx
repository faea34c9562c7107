import { Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { useMunicipality } from '../layout/municipality-context';
import { markMoved } from '../layout/navigation';
import { PageHeading } from '../layout/page-heading';
import { RouteLink } from '../layout/route-link';
import { NewLinkForm } from './new-link-form';

/**
 * Asks for a new link. One wording for every cause of a broken link, and an answer that does not
 * tell whether there is such a case: neither may reveal anything to a stranger.
 */
export default function LinkNeeded({ broken }: { broken: boolean }) {
  const t = useTexts();
  const { id, name } = useMunicipality();
  const [requested, setRequested] = useState(false);
  const onRequested = () => {
    markMoved();
    setRequested(true);
  };
  if (requested) {
    return (
      <div className="column">
        <PageHeading key="requested" title={t('link.requested.heading')} site={name} />
        <Paragraph>{t('link.requested.text')}</Paragraph>
        <Paragraph>{t('link.requested.wait')}</Paragraph>
        <p className="link-line">
          <RouteLink href={`/${id}`}>{t('layout.toHome')}</RouteLink>
        </p>
      </div>
    );
  }
  return (
    <div className="column">
      <NewLinkForm
        title={broken ? t('link.broken.heading') : t('link.follow.heading')}
        text={broken ? t('link.broken.text') : t('link.follow.text')}
        onRequested={onRequested}
      />
    </div>
  );
}
