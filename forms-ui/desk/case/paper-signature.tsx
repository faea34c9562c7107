import { Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { DeskCaseView, DeskTask } from '../../../domain/api/desk';
import { accessionPaperSignature } from '../../../domain/forms/definitions/accession-paper-signature';
import { keepsDiary } from '../../../domain/officials';
import { UploadsContext } from '../../shared/fields/uploads-context';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { DeskForm } from '../desk-form';
import { recordSignature } from '../endpoints';
import { useOfficial } from '../official-context';
import { useRecordUploads } from '../use-record-uploads';
import { useDeskTexts } from '../use-desk-texts';
import { wordFor } from '../words';

interface Props {
  view: DeskCaseView;
  onDone: () => void;
}

/** For each who is asked to sign: what to record when they have signed by hand instead. */
export function PaperSignatures({ view, onDone }: Props) {
  const t = useDeskTexts();
  const { official } = useOfficial();
  const [done, setDone] = useState(false);
  const asked = view.tasks.filter(isSignature);
  if (!keepsDiary(official) || (asked.length === 0 && !done)) return null;
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t('handSignature.heading')}
      </Heading>
      {asked.length > 0 && <Paragraph>{t('handSignature.lead')}</Paragraph>}
      <p role="status" className="quiet">
        {done ? t('handSignature.done') : ''}
      </p>
      {asked.map((task) => (
        <PaperSignature
          key={task.id}
          view={view}
          task={task}
          onDone={() => {
            setDone(true);
            onDone();
          }}
        />
      ))}
    </section>
  );
}

function isSignature({ kind, state }: DeskTask): boolean {
  return state === 'open' && (kind === 'sign' || kind === 'countersign');
}

function PaperSignature({ view, task, onDone }: Props & { task: DeskTask }) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const [isOpen, setOpen] = useState(false);
  const uploads = useRecordUploads(view.id);
  return (
    <Details open={isOpen} onToggle={() => setOpen(!isOpen)}>
      <Details.Summary>
        {t('handSignature.for', { name: task.name, kind: wordFor('taskKinds', task.kind, t) })}
      </Details.Summary>
      <Details.Content>
        {isOpen && (
          <UploadsContext value={uploads}>
            <DeskForm
              form={accessionPaperSignature}
              onSend={async (answers) => {
                await recordSignature(id, view.id, task.id, { answers });
                onDone();
              }}
            />
          </UploadsContext>
        )}
      </Details.Content>
    </Details>
  );
}
