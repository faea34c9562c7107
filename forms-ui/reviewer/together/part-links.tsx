import { Button, Details, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import type { TaskView } from '../../../domain/api/shapes';
import { SendFault } from '../../shared/forms/send-fault';
import { useSending } from '../../shared/forms/use-sending';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import type { Linked } from '../../shared/links/linked-page';
import { givePartLink, takeBackPartLinks } from './endpoints';

type Done = 'given' | 'copied' | 'selected' | 'takenBack';

/** A link for somebody else to fill in a part, shown to be passed on by hand. */
export function PartLinks({ run }: { run: Linked<TaskView>['run'] }) {
  const t = useTexts();
  const { id } = useMunicipality();
  const { busy, error, send } = useSending();
  const [url, setUrl] = useState<string>();
  const [done, setDone] = useState<Done>();
  const field = useRef<HTMLInputElement>(null);
  const give = () =>
    send(async () => {
      setUrl((await run((taskId) => givePartLink(id, taskId))).url);
      setDone('given');
    });
  const takeBack = () =>
    send(async () => {
      await run((taskId) => takeBackPartLinks(id, taskId));
      setUrl(undefined);
      setDone('takenBack');
    });
  const copy = async () => {
    field.current?.select();
    // A browser may keep its clipboard to itself; the address is then selected.
    const copied = await navigator.clipboard.writeText(url ?? '').then(
      () => true,
      () => false,
    );
    setDone(copied ? 'copied' : 'selected');
  };
  return (
    <Details>
      <Details.Summary>{t('task.together.give.heading')}</Details.Summary>
      <Details.Content className="part-links">
        <SendFault error={error} />
        <Paragraph>{t('task.together.give.lead')}</Paragraph>
        <Paragraph>{t('task.together.give.ends')}</Paragraph>
        {url !== undefined && (
          <Textfield
            ref={field}
            label={t('task.together.give.link')}
            value={url}
            readOnly
            dir="ltr"
            spellCheck={false}
          />
        )}
        <div className="actions">
          {url !== undefined && (
            <Button type="button" variant="secondary" onClick={() => void copy()}>
              {t('task.together.give.copy')}
            </Button>
          )}
          <Button type="button" variant="secondary" aria-busy={busy} onClick={() => void give()}>
            {t(url === undefined ? 'task.together.give.make' : 'task.together.give.another')}
          </Button>
          <Button type="button" variant="tertiary" onClick={() => void takeBack()}>
            {t('task.together.give.takeBack')}
          </Button>
        </div>
        <p role="status">{done === undefined ? '' : t(`task.together.give.done.${done}`)}</p>
      </Details.Content>
    </Details>
  );
}
