import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import type { DeskForumsAnswer, ForumItem } from '../../../domain/api/forum';
import { formatKronor } from '../../../domain/money';
import { sendsMatters } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { useResource } from '../../shared/api/use-resource';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteButton, RouteLink } from '../../shared/layout/route-link';
import { DeskFetched } from '../desk-fetched';
import { DeskTable } from '../desk-table';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { getForums } from './endpoints';

/** The dialogue forums, and what they cost against the budget. */
export function DeskForumsPage() {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const resource = useResource(`desk-forums/${id}`, (signal) => getForums(id, signal));
  return (
    <div className="desk-page" data-size="sm">
      <PageHeading title={t('forums.heading')} site={name} />
      {sendsMatters(official) && (
        <div className="actions">
          <RouteButton href={`${deskAddress(id)}/begin/dialogue-forum`}>
            {t('forums.invite')}
          </RouteButton>
        </div>
      )}
      <DeskFetched resource={resource}>
        {({ forums, costs, firstAgreement }) => (
          <>
            {firstAgreement && sendsMatters(official) && (
              <p className="link-line">
                <RouteLink href={`${deskAddress(id)}/begin/first-agreement`}>
                  {t('firstAgreement.begin')}
                </RouteLink>
              </p>
            )}
            {forums.length === 0 ? (
              <Paragraph>{t('forums.none')}</Paragraph>
            ) : (
              <ForumTable forums={forums} />
            )}
            {costs.map((each) => (
              <Costs key={each.year} {...each} />
            ))}
          </>
        )}
      </DeskFetched>
    </div>
  );
}

function ForumTable({ forums }: { forums: readonly ForumItem[] }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  return (
    <DeskTable
      caption={t('forums.list')}
      columns={[t('forums.title'), t('forums.day'), t('forums.state')]}
    >
      {forums.map(({ caseId, title, day, begins, state }) => (
        <tr key={caseId}>
          <th scope="row">
            <RouteLink href={`${deskAddress(id)}/cases/${caseId}`}>
              <bdi>{title}</bdi>
            </RouteLink>
          </th>
          <td>
            {formatDate(day, language)} {begins}
          </td>
          <td>{t(`forums.states.${state}`)}</td>
        </tr>
      ))}
    </DeskTable>
  );
}

/** Whole kronor, line by line. */
function Costs({ year, lines }: DeskForumsAnswer['costs'][number]) {
  const t = useDeskTexts();
  const language = useLanguage();
  const title = t('forums.costs', { year });
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {title}
      </Heading>
      <DeskTable
        caption={title}
        columns={[t('forums.line'), t('forums.budget'), t('forums.cost'), t('forums.left')]}
      >
        {lines.map(({ line, budget, cost }) => (
          <tr key={line}>
            <th scope="row">{line === '' ? t('forums.noLine') : line}</th>
            <td className="desk-figure">{formatKronor(budget, language)}</td>
            <td className="desk-figure">{formatKronor(cost, language)}</td>
            <td className="desk-figure">
              {formatKronor(budget - cost, language)}{' '}
              {cost > budget && <Tag data-color="danger">{t('forums.over')}</Tag>}
            </td>
          </tr>
        ))}
      </DeskTable>
    </section>
  );
}
