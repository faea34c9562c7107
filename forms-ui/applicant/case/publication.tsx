import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { CaseView } from '../../../domain/api/shapes';
import { setPublication } from '../../shared/api/endpoints';
import { SendFault } from '../../shared/forms/send-fault';
import { useSending } from '../../shared/forms/use-sending';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import type { Linked } from '../../shared/links/linked-page';

/** Whether the register shows whom to contact: a choice that can be changed, and holds at once. */
export function Publication({ linked }: { linked: Linked<CaseView> }) {
  const t = useTexts();
  const { id } = useMunicipality();
  const { busy, error, send } = useSending();
  const { contactPublished, state } = linked.data;
  const ended = state === 'rejected' || state === 'closed';
  if (contactPublished === null || ended) return null;
  const shown = state === 'completed' ? 'shown' : 'willShow';
  const choose = () =>
    void send(async () => {
      await linked.run((caseId) => setPublication(id, caseId, !contactPublished));
      linked.reload();
    });
  return (
    <section aria-labelledby="publication-heading">
      <Heading level={2} data-size="sm" id="publication-heading">
        {t('case.publication.heading')}
      </Heading>
      <Paragraph role="status">
        {t(`case.publication.${contactPublished ? shown : 'hidden'}`)}
      </Paragraph>
      <SendFault error={error} />
      <Button variant="secondary" aria-busy={busy} onClick={choose}>
        {t(contactPublished ? 'case.publication.hide' : 'case.publication.show')}
      </Button>
    </section>
  );
}
