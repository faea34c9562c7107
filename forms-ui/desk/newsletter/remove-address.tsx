import { Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { RemovalAnswer } from '../../../domain/api/newsletter';
import type { FormDefinition } from '../../../domain/forms/types';
import { call } from '../../shared/api/client';
import { api } from '../../shared/api/endpoints';
import { SideForm } from '../../shared/forms/side-form';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { useDeskTexts } from '../use-desk-texts';

/** What an official writes to take somebody off the list; its answer goes to nobody else. */
const form: FormDefinition = {
  id: 'newsletter-removal',
  version: 1,
  retentionYears: 0,
  bindings: {},
  pages: [{ id: 'address', fields: [{ id: 'email', type: 'email', required: true }] }],
  texts: {
    sv: {
      title: 'Ta bort en adress',
      intro:
        'När någon ber om det. Adressen tas bort för gott, och inga nyhetsbrev går dit. Vilka som prenumererar visas inte.',
      send: 'Ta bort adressen',
      'page.address': 'Adressen',
      'field.email': 'E-postadress',
      'field.email.error.required': 'Skriv adressen som ska tas bort',
    },
    en: {
      title: 'Remove an address',
      intro:
        'When somebody asks for it. The address is removed for good, and no newsletters go there. Who subscribes is not shown.',
      send: 'Remove the address',
      'page.address': 'The address',
      'field.email': 'E-mail address',
      'field.email.error.required': 'Write the address to remove',
    },
  },
};

/** Takes an address off the list for whoever asks the municipality for it, and says whether it was there. */
export function RemoveAddress({ onRemoved }: { onRemoved: () => void }) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const [answer, setAnswer] = useState<RemovalAnswer>();
  return (
    <section className="desk-part">
      <Paragraph role="status">
        {answer && t(answer.removed ? 'newsletter.removed' : 'newsletter.notThere')}
      </Paragraph>
      <SideForm
        form={form}
        onSend={async ({ email }) => {
          const body = { email: typeof email === 'string' ? email.trim() : '' };
          const path = api(id, 'desk', 'newsletter', 'removals');
          const said = await call<RemovalAnswer>('POST', path, { body });
          setAnswer(said);
          if (said.removed) onRemoved();
        }}
      />
    </section>
  );
}
