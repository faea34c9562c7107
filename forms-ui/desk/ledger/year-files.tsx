import { Button, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { LedgerFilesAnswer } from '../../../domain/api/ledger';
import { keepsLedger } from '../../../domain/officials';
import { useResource } from '../../shared/api/use-resource';
import { SendFault } from '../../shared/forms/send-fault';
import { useSending } from '../../shared/forms/use-sending';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { DeskFetched } from '../desk-fetched';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { getLedgerFiles, ledgerFile, makeLedgerFile } from './endpoints';

type YearFiles = LedgerFilesAnswer['years'][number];

/** What the accounting system gets of each year, file by file, and what it has not got yet. */
export function LedgerFiles({ balances }: { balances: string }) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  // What has been posted meanwhile waits for a file as well.
  const resource = useResource(`ledger-files/${id}/${balances}`, (signal) =>
    getLedgerFiles(id, signal),
  );
  return (
    <section className="desk-part desk-no-print" id="files">
      <Heading level={2} data-size="xs">
        {t('ledger.files.heading')}
      </Heading>
      <Paragraph>{t('ledger.files.lead')}</Paragraph>
      <DeskFetched resource={resource}>
        {({ years }) => (
          <>
            {years.map((year) => (
              <Year key={year.year} found={year} onDone={resource.reload} />
            ))}
          </>
        )}
      </DeskFetched>
    </section>
  );
}

function Year({ found, onDone }: { found: YearFiles; onDone: () => void }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const { year, files, waiting } = found;
  return (
    <>
      <Heading level={3} data-size="2xs">
        {year}
      </Heading>
      {files.length > 0 && (
        <ul>
          {files.map(({ number, entries, madeAt, madeBy }) => (
            <li key={number}>
              <Link href={ledgerFile(id, year, number)}>
                {t('ledger.files.file', { year, number })}
              </Link>{' '}
              {t('ledger.files.made', { count: entries, date: formatDate(madeAt, language) })}
              {madeBy !== null && <>. {t('ledger.files.madeBy', { name: madeBy })}</>}
            </li>
          ))}
        </ul>
      )}
      <Waiting year={year} after={files.length} waiting={waiting} onDone={onDone} />
    </>
  );
}

interface WaitingProps extends Pick<YearFiles, 'year' | 'waiting'> {
  after: number;
  onDone: () => void;
}

/** What is in no file yet, and for those who keep the ledger how it gets into one. */
function Waiting({ year, after, waiting, onDone }: WaitingProps) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const { busy, error, send } = useSending();
  const [said, setSaid] = useState('');
  const make = () =>
    send(async () => {
      const { number } = await makeLedgerFile(id, year, { after });
      setSaid(t('ledger.files.done', { year, number }));
      onDone();
    });
  return (
    <>
      <Paragraph>
        {waiting === 0 ? t('ledger.files.nothing') : t('ledger.files.waiting', { count: waiting })}
      </Paragraph>
      {waiting > 0 && keepsLedger(official) && (
        <Button variant="secondary" aria-busy={busy} onClick={() => void make()}>
          {t('ledger.files.make', { year })}
        </Button>
      )}
      <SendFault error={error} />
      <p role="status">{said}</p>
    </>
  );
}
