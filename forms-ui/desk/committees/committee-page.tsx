import { Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import { useParams } from 'wouter';
import type { CommitteeView } from '../../../domain/api/desk';
import {
  committeeChangeForms,
  committeeChanges,
  type CommitteeChange,
} from '../../../domain/committees/changes';
import { withLists, type FormLists } from '../../../domain/forms/lists';
import { formText } from '../../../domain/forms/summary';
import { recordsDecisions } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { hasCode } from '../../shared/api/problem-sentence';
import { useResource } from '../../shared/api/use-resource';
import { FactList } from '../../shared/case-file/fact-list';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { NotFound } from '../../shared/layout/not-found';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskFetched } from '../desk-fetched';
import { DeskForm } from '../desk-form';
import { DeskTable } from '../desk-table';
import { changeCommittee, getCommittee } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { CorrectRecorded, Corrections } from './corrections';

/** A body: when it meets, who sits in it, what it has been called. */
export function CommitteePage() {
  const { id, name } = useMunicipality();
  const { committee = '' } = useParams();
  const resource = useResource(`committee/${id}/${committee}`, (signal) =>
    getCommittee(id, committee, signal),
  );
  if (hasCode(resource.error, 'committee.unknown')) {
    return <NotFound site={name} home={`${deskAddress(id)}/committees`} />;
  }
  return (
    <DeskFetched resource={resource}>
      {(view) => <Committee view={view} onDone={resource.reload} />}
    </DeskFetched>
  );
}

interface Props {
  view: CommitteeView;
  onDone: () => void;
}

function Committee({ view, onDone }: Props) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id, name } = useMunicipality();
  const { official } = useOfficial();
  const earlier = view.names.slice(0, -1);
  return (
    <div className="desk-page" data-size="sm">
      <p className="back">
        <RouteLink href={`${deskAddress(id)}/committees`}>{t('committees.back')}</RouteLink>
      </p>
      <PageHeading title={view.name} caption={view.id} site={name} />
      <FactList
        facts={[
          { label: t('committees.kind'), value: t(`common:committees.kinds.${view.kind}`) },
          { label: t('committees.secretary'), value: view.secretary.name },
          ...(view.endedOn === null
            ? []
            : [
                {
                  label: t('committees.term'),
                  value: t('committees.ended', { date: formatDate(view.endedOn, language) }),
                },
              ]),
          ...(earlier.length === 0
            ? []
            : [
                {
                  label: t('committees.names'),
                  value: earlier.map((each) => each.name).join(', '),
                },
              ]),
        ]}
      />
      {view.successor !== null && (
        <Paragraph>{t('committees.successor', { name: view.successor })}</Paragraph>
      )}
      <Meetings view={view} />
      <Members view={view} />
      <Corrections view={view} />
      {recordsDecisions(official) &&
        changesOf(view).map((kind) => (
          <Change key={kind} kind={kind} view={view} onDone={onDone} />
        ))}
      {recordsDecisions(official) && <CorrectRecorded view={view} onDone={onDone} />}
    </div>
  );
}

/** What has ended can only be handed over. */
function changesOf({ endedOn, successor }: CommitteeView): CommitteeChange[] {
  if (endedOn === null) return committeeChanges.filter((kind) => kind !== 'handOver');
  return successor === null ? ['handOver'] : [];
}

function Meetings({ view: { meetings } }: { view: CommitteeView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const coming = meetings.filter(({ held }) => !held);
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t('committees.meetings')}
      </Heading>
      {coming.length === 0 ? (
        <Paragraph>{t('committees.noMeetings')}</Paragraph>
      ) : (
        <DeskTable
          caption={t('committees.meetings')}
          columns={[t('committees.day'), t('committees.matters')]}
        >
          {coming.map(({ id, day, matters }) => (
            <tr key={id}>
              <th scope="row">{formatDate(day, language)}</th>
              <td>{matters > 0 && t('committees.matterCount', { count: matters })}</td>
            </tr>
          ))}
        </DeskTable>
      )}
    </section>
  );
}

function Members({ view: { members } }: { view: CommitteeView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const term = ({ from, to }: CommitteeView['members'][number]) =>
    to === null
      ? t('committees.termFrom', { from: formatDate(from, language) })
      : t('committees.termBetween', {
          from: formatDate(from, language),
          to: formatDate(to, language),
        });
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t('committees.members')}
      </Heading>
      {members.length === 0 ? (
        <Paragraph>{t('committees.noMembers')}</Paragraph>
      ) : (
        <DeskTable
          caption={t('committees.members')}
          columns={[
            t('committees.name'),
            t('committees.party'),
            t('committees.seat'),
            t('committees.term'),
          ]}
        >
          {members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                <bdi>{member.name}</bdi>
              </th>
              <td>{member.party}</td>
              <td>{t(`common:committees.seats.${member.seat}`)}</td>
              <td>{term(member)}</td>
            </tr>
          ))}
        </DeskTable>
      )}
    </section>
  );
}

function Change({ kind, view, onDone }: Props & { kind: CommitteeChange }) {
  const language = useLanguage();
  const { id } = useMunicipality();
  const [isOpen, setOpen] = useState(false);
  const [done, setDone] = useState(0);
  const form = useMemo(() => withLists(committeeChangeForms[kind], listsOf(view)), [kind, view]);
  return (
    <Details open={isOpen} onToggle={() => setOpen((was) => !was)}>
      <Details.Summary>{formText(form, language, 'title')}</Details.Summary>
      <Details.Content>
        {isOpen && (
          <DeskForm
            key={done}
            form={form}
            onSend={async (answers) => {
              await changeCommittee(id, view.id, { kind, answers });
              setDone((count) => count + 1);
              setOpen(false);
              onDone();
            }}
          />
        )}
      </Details.Content>
    </Details>
  );
}

/** What the forms of changes choose from, as the page already knows it. */
function listsOf({ meetings, members, others }: CommitteeView): FormLists {
  const alike = (value: string, label: string) => ({ value, label: { sv: label, en: label } });
  return {
    meetings: meetings
      .filter(({ held }) => !held)
      .map(({ id: value, day }) => ({
        value,
        label: { sv: formatDate(day, 'sv'), en: formatDate(day, 'en') },
      })),
    members: members.map(({ id, name }) => alike(id, name)),
    committees: others.map(({ id, name }) => alike(id, name)),
  };
}
