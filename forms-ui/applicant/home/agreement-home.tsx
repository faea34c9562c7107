import { Paragraph } from '@digdir/designsystemet-react';
import type { AgreementView } from '../../../domain/api/shapes';
import { AgreementContents } from '../../shared/agreement/agreement-contents';
import { AgreementText } from '../../shared/agreement/agreement-text';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { usePaperOffer } from '../../shared/layout/paper-offer';
import { RouteButton, RouteLink } from '../../shared/layout/route-link';
import { AccededCount } from './acceded-count';
import { OtherProcesses } from './other-processes';
import { BeforeYouStart } from './before-you-start';

/** What the agreement is, who has acceded, how to accede. */
export function AgreementHome({ agreement }: { agreement: AgreementView }) {
  usePaperOffer();
  const t = useTexts();
  const { id, name, agreementName } = useMunicipality();
  return (
    <>
      <div className="hero">
        <div className="hero__inner">
          <PageHeading title={t('home.heading', { agreementName })} site={name} />
          <Paragraph data-size="lg">{t('home.lead', { agreementName, name })}</Paragraph>
          <div className="actions">
            <RouteButton href={`/${id}/apply`}>{t('home.start')}</RouteButton>
            <RouteLink href={`/${id}/case`}>{t('home.follow')}</RouteLink>
          </div>
        </div>
      </div>
      <BeforeYouStart />
      <div className="with-contents">
        <AgreementContents agreement={agreement} />
        <div className="with-contents__text">
          <AgreementText agreement={agreement} />
        </div>
      </div>
      <AccededCount />
      <OtherProcesses className="column" hasParties />
    </>
  );
}
