import { getAgreement, getApplicationForm } from '../../shared/api/endpoints';
import { useResource } from '../../shared/api/use-resource';
import { Fetched } from '../../shared/layout/fetched';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoAgreementHome } from '../home/no-agreement-home';
import { ApplicationForm } from './application-form';

/** The application, whatever form the municipality uses. */
export default function ApplyPage() {
  const { id } = useMunicipality();
  const resource = useResource(`form/${id}`, async (signal) => {
    const [agreement, form] = await Promise.all([
      getAgreement(id, signal),
      getApplicationForm(id, signal),
    ]);
    return { agreement, form };
  });
  return (
    <Fetched resource={resource} whole>
      {({ agreement, form }) =>
        agreement ? (
          <ApplicationForm
            key={`${form.id}@${form.version}`}
            form={form}
            refetch={resource.reload}
          />
        ) : (
          <NoAgreementHome />
        )
      }
    </Fetched>
  );
}
