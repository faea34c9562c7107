import { Heading, List } from '@digdir/designsystemet-react';
import { startAddress } from '../../../domain/pages';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';

/** What one can begin beside acceding; nothing where there is nothing. */
export function OtherProcesses() {
  const t = useTexts();
  const { id, processes } = useMunicipality();
  if (processes.length === 0) return null;
  return (
    <section className="column" aria-labelledby="others-heading">
      <Heading level={2} data-size="sm" id="others-heading">
        {t('home.others.heading')}
      </Heading>
      <List.Unordered>
        {processes.map(({ address, title }) => (
          <List.Item key={address}>
            <RouteLink href={startAddress(id, address)}>{title}</RouteLink>
          </List.Item>
        ))}
      </List.Unordered>
    </section>
  );
}
