import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { CaseState } from '../../../domain/api/shapes';
import { useTexts } from '../../shared/i18n/use-texts';
import { JumpLink } from '../../shared/layout/jump-link';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';

/** What the applicant can do in each state. */
export function NextActions({ state }: { state: CaseState }) {
  const t = useTexts();
  const { id } = useMunicipality();
  return (
    <section aria-labelledby="next-heading">
      <Heading level={2} data-size="sm" id="next-heading">
        {t('case.next')}
      </Heading>
      <Paragraph>{t(`case.states.${state}.next`)}</Paragraph>
      <p className="link-line">
        {state === 'awaitingSignature' && (
          <RouteLink href={`/${id}/case`}>{t('case.newLink')}</RouteLink>
        )}
        {state === 'completed' && (
          <RouteLink href={`/${id}/parties`}>{t('case.register')}</RouteLink>
        )}
        {state !== 'awaitingSignature' && state !== 'completed' && (
          <JumpLink to="contact-heading">{t('layout.contact.heading')}</JumpLink>
        )}
      </p>
    </section>
  );
}
