import { Heading, List } from '@digdir/designsystemet-react';
import { partyChangeAddress, startAddress } from '../../../domain/pages';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';

interface Props {
  /** Its place on the page. */
  className?: string;
  /** Without an agreement nobody has acceded, so nobody has anything to change. */
  hasParties: boolean;
}

/** What one can begin beside acceding; nothing where there is nothing. */
export function OtherProcesses({ className, hasParties }: Props) {
  const t = useTexts();
  const { id, processes } = useMunicipality();
  const offered = processes.filter(({ address }) => hasParties || address !== partyChangeAddress);
  if (offered.length === 0) return null;
  return (
    <section className={className} aria-labelledby="others-heading">
      <Heading level={2} data-size="sm" id="others-heading">
        {t('home.others.heading')}
      </Heading>
      <List.Unordered>
        {offered.map(({ address, title }) => (
          <List.Item key={address}>
            <RouteLink href={startAddress(id, address)}>{title}</RouteLink>
          </List.Item>
        ))}
      </List.Unordered>
    </section>
  );
}
