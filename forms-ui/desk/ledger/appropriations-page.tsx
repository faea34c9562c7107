import { Paragraph, Tag } from '@digdir/designsystemet-react';
import type { AppropriationView } from '../../../domain/api/ledger';
import { kronorInWords } from '../../../domain/money';
import { mayAnswer, sendsMatters } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { useResource } from '../../shared/api/use-resource';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskFetched } from '../desk-fetched';
import { DeskTable, Detail } from '../desk-table';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { getAppropriations } from './endpoints';

const columns = ['request', 'committee', 'raise', 'answer'] as const;

/** The budget process's list: who wants more, how much, and what was answered. */
export function AppropriationsPage() {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const resource = useResource(`appropriations/${id}/${language}`, (signal) =>
    getAppropriations(id, language, signal),
  );
  return (
    <div className="desk-page" data-size="sm">
      <PageHeading title={t('appropriations.heading')} site={name} />
      <Paragraph>{t('appropriations.lead')}</Paragraph>
      {sendsMatters(official) && (
        <Paragraph>
          <RouteLink href={`${deskAddress(id)}/begin/raised-appropriation`}>
            {t('appropriations.begin')}
          </RouteLink>
        </Paragraph>
      )}
      <DeskFetched resource={resource}>
        {({ requests }) =>
          requests.length === 0 ? (
            <Paragraph>{t('appropriations.none')}</Paragraph>
          ) : (
            <DeskTable
              caption={t('appropriations.heading')}
              columns={columns.map((column) => t(`appropriations.columns.${column}`))}
            >
              {requests.map((request) => (
                <Row key={request.caseId} request={request} />
              ))}
            </DeskTable>
          )
        }
      </DeskFetched>
    </div>
  );
}

function Row({ request }: { request: AppropriationView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const { caseId, number, title, committee, years, answer, waits } = request;
  const address = `${deskAddress(id)}/cases/${caseId}`;
  return (
    <tr>
      <th scope="row">
        <RouteLink href={address}>{number}</RouteLink>
        <Detail>{title}</Detail>
      </th>
      <td>{committee}</td>
      <td>
        {years.map(({ year, kronor }) => (
          <div key={year}>
            {year}: {kronorInWords(kronor, language)}
          </div>
        ))}
      </td>
      <td>
        {answer !== null && <Tag data-color="neutral">{t(`appropriations.answers.${answer}`)}</Tag>}
        {waits && (
          <Detail>
            {t('appropriations.waits', { date: formatDate(waits.deadline, language) })}
          </Detail>
        )}
        {waits && mayAnswer(official, 'appraise') && (
          <Detail>
            <RouteLink href={`${address}/tasks/${waits.taskId}`}>
              {t('appropriations.respond', { number })}
            </RouteLink>
          </Detail>
        )}
      </td>
    </tr>
  );
}
