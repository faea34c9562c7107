import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTexts } from '../../shared/i18n/use-texts';
import { JumpLink } from '../../shared/layout/jump-link';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { FirstAgreements } from './first-agreements';
import { OtherProcesses } from './other-processes';

/** A municipality that has nothing to accede to yet says so, and whom to ask. */
export function NoAgreementHome() {
  const t = useTexts();
  const { name, agreementName, contact } = useMunicipality();
  return (
    <div className="column">
      <PageHeading title={t('noAgreement.heading', { agreementName })} site={name} />
      <Paragraph data-size="lg">{t('noAgreement.lead', { name, agreementName })}</Paragraph>
      <Heading level={2} data-size="sm">
        {t('noAgreement.nowHeading')}
      </Heading>
      <Paragraph>{t('noAgreement.now')}</Paragraph>
      <Paragraph>{t('noAgreement.contact', { contact: contact.name })}</Paragraph>
      <p className="link-line">
        <JumpLink to="contact-heading">{t('noAgreement.contactLink')}</JumpLink>
      </p>
      <FirstAgreements />
      <OtherProcesses hasParties={false} />
    </div>
  );
}
