import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { DeskCaseView } from '../../../domain/api/desk';
import type { DeskForumView } from '../../../domain/api/forum';
import { keepsForums, sendsMatters } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { Detail, DeskTable } from '../desk-table';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';

/** What a forum has beside its case: who comes, who signed there. */
export function ForumPart({ view: { id: caseId, forum } }: { view: DeskCaseView }) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  if (!forum) return null;
  const here = `${deskAddress(id)}/cases/${caseId}`;
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t('forums.part')}
      </Heading>
      <ul className="plain-links">
        <li>
          <RouteLink href={`/${id}/forums/${caseId}`}>{t('forums.page')}</RouteLink>
        </li>
        {forum.changeable && sendsMatters(official) && (
          <li>
            <RouteLink href={`${here}/forum`}>{t('forums.change')}</RouteLink>
          </li>
        )}
        {forum.signable && keepsForums(official) && (
          <li>
            <RouteLink href={`${here}/signed`}>{t('forums.enter')}</RouteLink>
          </li>
        )}
      </ul>
      <Registered registrations={forum.registrations} />
      {forum.signed.length > 0 && <Signed signed={forum.signed} />}
    </section>
  );
}

function Registered({ registrations }: Pick<DeskForumView, 'registrations'>) {
  const t = useDeskTexts();
  return (
    <>
      <Heading level={3} data-size="xs">
        {t('forums.registered')}
      </Heading>
      {registrations.length === 0 ? (
        <Paragraph>{t('forums.nobody')}</Paragraph>
      ) : (
        <DeskTable
          caption={t('forums.registered')}
          columns={[
            ...[t('forums.name'), t('forums.organisation'), t('forums.reads')],
            ...[t('forums.interpretation'), t('forums.needs')],
          ]}
        >
          {registrations.map(({ name, email, organisation, language, interpretation, needs }) => (
            <tr key={email}>
              <th scope="row" dir="auto">
                {name}
                <Detail>{email}</Detail>
              </th>
              <td dir="auto">{organisation}</td>
              <td>{t(`forums.readsIn.${language}`)}</td>
              <td dir="auto">{interpretation}</td>
              <td dir="auto">{needs}</td>
            </tr>
          ))}
        </DeskTable>
      )}
    </>
  );
}

function Signed({ signed }: Pick<DeskForumView, 'signed'>) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  return (
    <>
      <Heading level={3} data-size="xs">
        {t('forums.signed')}
      </Heading>
      <ul>
        {signed.map(({ caseId, number, name }) => (
          <li key={caseId}>
            <bdi>{name}</bdi>,{' '}
            <RouteLink href={`${deskAddress(id)}/cases/${caseId}`}>{number}</RouteLink>
          </li>
        ))}
      </ul>
    </>
  );
}
