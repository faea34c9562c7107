import { useMemo } from 'react';
import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { LedgerAnswer, PotView } from '../../../domain/api/ledger';
import { keepsLedger } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { formatOre, parseKronor } from '../../../domain/money';
import type { TypedAnswers } from '../../shared/forms/typed-answers';
import { useResource } from '../../shared/api/use-resource';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskFetched } from '../desk-fetched';
import { DeskForm } from '../desk-form';
import { DeskTable } from '../desk-table';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { budgetBeside, budgetForm } from './budget-form';
import { getLedger, recordBudget } from './endpoints';
import { LedgerFiles } from './year-files';

/** What every committee has in every budget year, and where budgets are recorded. */
export function LedgerPage() {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const resource = useResource(`ledger/${id}/${language}`, (signal) =>
    getLedger(id, language, signal),
  );
  return (
    <div className="desk-page" data-size="sm">
      <PageHeading title={t('ledger.heading')} site={name} />
      <Paragraph>{t('ledger.lead')}</Paragraph>
      <Paragraph>
        <RouteLink href={`${deskAddress(id)}/appropriations`}>{t('appropriations.menu')}</RouteLink>
      </Paragraph>
      <DeskFetched resource={resource}>
        {(ledger) => (
          <>
            {ledger.pots.length === 0 ? (
              <Paragraph>{t('ledger.none')}</Paragraph>
            ) : (
              <PotTable pots={ledger.pots} />
            )}
            {ledger.pots.length > 0 && (
              <LedgerFiles balances={ledger.pots.map(({ balance }) => balance).join()} />
            )}
            <RecordBudget ledger={ledger} onDone={resource.reload} />
          </>
        )}
      </DeskFetched>
    </div>
  );
}

function PotTable({ pots }: { pots: readonly PotView[] }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  return (
    <DeskTable
      caption={t('ledger.heading')}
      columns={(['year', 'committee', 'budget', 'balance'] as const).map((column) =>
        t(`ledger.columns.${column}`),
      )}
    >
      {pots.map(({ committee, year, budget, balance }) => (
        <tr key={`${committee.id} ${year}`}>
          <td>{year}</td>
          <th scope="row">
            <RouteLink
              href={`${deskAddress(id)}/ledger/${encodeURIComponent(committee.id)}/${year}`}
            >
              {committee.name} {year}
            </RouteLink>
          </th>
          <td className="desk-figure">{budget === null ? '–' : formatOre(budget, language)}</td>
          <td className="desk-figure">{formatOre(balance, language)}</td>
        </tr>
      ))}
    </DeskTable>
  );
}

/** A form for those who may; it says which version they have seen, so that nobody writes over another's. */
function RecordBudget({ ledger, onDone }: { ledger: LedgerAnswer; onDone: () => void }) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const form = useMemo(() => budgetForm(ledger.committees), [ledger.committees]);
  if (!keepsLedger(official)) return null;
  return (
    <section className="desk-part desk-no-print">
      <Heading level={2} data-size="xs">
        {t('ledger.record')}
      </Heading>
      <Paragraph>{t('ledger.recordHelp')}</Paragraph>
      <DeskForm
        form={form}
        beside={budgetBeside}
        onSend={async (typed) => {
          const { committee, year, kronor, decidedOn, decision } = readBudget(typed);
          const seen = ledger.budgets.find(
            (each) => each.committee === committee && each.year === year,
          );
          const after = seen?.versions ?? 0;
          await recordBudget(id, { committee, year, kronor, decidedOn, decision, after });
          onDone();
        }}
      />
    </section>
  );
}

function readBudget(typed: TypedAnswers) {
  const {
    committee = '',
    year,
    kronor,
    decidedOn = '',
    decision = '',
  } = typed as Record<string, string>;
  const parsed = parseKronor(kronor ?? '');
  const amount = 'kronor' in parsed ? parsed.kronor : 0;
  return { committee, year: Number(year), kronor: amount, decidedOn, decision };
}
