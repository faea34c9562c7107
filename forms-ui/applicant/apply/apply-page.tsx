import { useParams } from 'wouter';
import { accessionAddress, startAddress } from '../../../domain/pages';
import { getAgreement, getProcess } from '../../shared/api/endpoints';
import { useResource } from '../../shared/api/use-resource';
import { ProcessWording } from '../../shared/i18n/process-wording';
import { Fetched } from '../../shared/layout/fetched';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NoAgreementHome } from '../home/no-agreement-home';
import { ApplicationForm } from './application-form';

/** The form that begins a case, whatever process and form it is. */
export default function ApplyPage() {
  const { id } = useMunicipality();
  const { process: address = accessionAddress } = useParams();
  const resource = useResource(`process/${id}/${address}`, async (signal) => {
    const [agreement, process] = await Promise.all([
      getAgreement(id, signal),
      getProcess(id, address, signal),
    ]);
    return { agreement, process };
  });
  return (
    <Fetched resource={resource} whole>
      {({ agreement, process: { form, wording } }) =>
        agreement || address !== accessionAddress ? (
          <ProcessWording wording={wording}>
            <ApplicationForm
              key={`${form.id}@${form.version}`}
              form={form}
              start={startAddress(id, address)}
              refetch={resource.reload}
            />
          </ProcessWording>
        ) : (
          <NoAgreementHome />
        )
      }
    </Fetched>
  );
}
