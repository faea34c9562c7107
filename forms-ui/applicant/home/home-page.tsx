import { getAgreement } from '../../shared/api/endpoints';
import { useResource } from '../../shared/api/use-resource';
import { Fetched } from '../../shared/layout/fetched';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { AgreementHome } from './agreement-home';
import { NoAgreementHome } from './no-agreement-home';

/** A municipality's first page: the agreement and how to accede, or that there is none yet. */
export default function HomePage() {
  const { id } = useMunicipality();
  // Wrapped, as "no agreement" is an answer and not the lack of one.
  const resource = useResource(`agreement/${id}`, async (signal) => ({
    agreement: await getAgreement(id, signal),
  }));
  return (
    <Fetched resource={resource} whole>
      {({ agreement }) =>
        agreement ? <AgreementHome agreement={agreement} /> : <NoAgreementHome />
      }
    </Fetched>
  );
}
