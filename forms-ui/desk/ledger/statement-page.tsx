import { Button, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useParams } from 'wouter';
import type { StatementAnswer } from '../../../domain/api/ledger';
import { formatOre } from '../../../domain/money';
import { keepsLedger } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { useResource } from '../../shared/api/use-resource';
import { SendFault } from '../../shared/forms/send-fault';
import { useSending } from '../../shared/forms/use-sending';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskFetched } from '../desk-fetched';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { getStatement, statementFiles, type Pot } from './endpoints';
import { EntryTable } from './entry-table';
import { PlannedTable } from './planned-table';
import { Reversal } from './reversal';
import { StatementDocuments } from './statement-documents';
import type { Transaction } from './transactions';

/** What a committee has in a budget year, entry by entry. */
export function StatementPage() {
  const { committee = '', year = '' } = useParams<Partial<Pot>>();
  const pot = { committee: decodeURIComponent(committee), year };
  const language = useLanguage();
  const { id } = useMunicipality();
  const key = `ledger/${id}/${pot.committee}/${year}/${language}`;
  const resource = useResource(key, (signal) =>
    getStatement(id, pot, { after: 0, language }, signal),
  );
  return (
    <div className="desk-page" data-size="sm">
      <DeskFetched resource={resource}>
        {(statement) => (
          <Statement
            // What was fetched beyond the first page belongs to that page.
            key={`${key} ${statement.entries.length} ${statement.balance}`}
            pot={pot}
            statement={statement}
            onDone={resource.reload}
          />
        )}
      </DeskFetched>
    </div>
  );
}

interface Props {
  pot: Pot;
  statement: StatementAnswer;
  onDone: () => void;
}

function Statement({ pot, statement, onDone }: Props) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const [chosen, setChosen] = useState<Transaction>();
  const { committee, year, planned, documents } = statement;
  const files = statementFiles(id, pot, language);
  return (
    <>
      <PageHeading title={t('ledger.statement', { committee: committee.name, year })} site={name} />
      <Paragraph>{t('ledger.coding', { coding: statement.coding })}</Paragraph>
      <Paragraph>
        <strong>{t('ledger.left', { amount: formatOre(statement.balance, language) })}</strong>
      </Paragraph>
      <Budgets statement={statement} />
      {planned.length > 0 && <PlannedTable planned={planned} by="number" />}
      <Entries
        pot={pot}
        statement={statement}
        {...(keepsLedger(official) && { onReverse: setChosen })}
      />
      {chosen && (
        <Reversal
          key={chosen.transactionId}
          transaction={chosen}
          onDone={() => {
            setChosen(undefined);
            onDone();
          }}
        />
      )}
      <div className="desk-period desk-period--links desk-no-print">
        <Link href={files.csv}>{t('ledger.csv')}</Link>
        <Link href={files.sie}>{t('ledger.sieToRead')}</Link>
        <RouteLink href={`${deskAddress(id)}/ledger`}>{t('ledger.sie')}</RouteLink>
      </div>
      <StatementDocuments pot={pot} documents={documents} />
    </>
  );
}

function Budgets({ statement: { budgets } }: { statement: StatementAnswer }) {
  const t = useDeskTexts();
  const language = useLanguage();
  return (
    <section className="desk-part">
      <Heading level={2} data-size="xs">
        {t('ledger.budgets')}
      </Heading>
      {budgets.length === 0 && <Paragraph>{t('ledger.noBudget')}</Paragraph>}
      <ul>
        {[...budgets].reverse().map(({ version, ore, decision, decidedOn, recordedBy }) => (
          <li key={version}>
            {t('ledger.budgetLine', {
              amount: formatOre(ore, language),
              decision,
              date: formatDate(decidedOn, language),
            })}
            {recordedBy !== null && <>. {t('ledger.budgetBy', { name: recordedBy })}</>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The entries, and those after them once they are asked for. */
function Entries({
  pot,
  statement,
  onReverse,
}: Pick<Props, 'pot' | 'statement'> & { onReverse?: (transaction: Transaction) => void }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const { busy, error, send } = useSending();
  const [{ entries, more }, setPage] = useState({
    entries: statement.entries,
    more: statement.more,
  });
  const fetchMore = () =>
    send(async () => {
      const after = entries.at(-1)?.sequence ?? 0;
      const next = await getStatement(id, pot, { after, language });
      setPage({ entries: [...entries, ...next.entries], more: next.more });
    });
  return (
    <section className="desk-part">
      <Heading level={2} data-size="xs">
        {t('ledger.entries')}
      </Heading>
      {entries.length === 0 ? (
        <Paragraph>{t('ledger.noEntries')}</Paragraph>
      ) : (
        <EntryTable entries={entries} more={more} {...(onReverse && { onReverse })} />
      )}
      <SendFault error={error} />
      {more && (
        <Button variant="secondary" aria-busy={busy} onClick={() => void fetchMore()}>
          {t('ledger.more')}
        </Button>
      )}
    </section>
  );
}
