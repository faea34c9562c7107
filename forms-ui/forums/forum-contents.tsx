import { Alert, Link, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { ForumView } from '../../domain/api/forum';
import { forumRegistration } from '../../domain/forms/definitions/forum-registration';
import { call } from '../shared/api/client';
import { api } from '../shared/api/endpoints';
import { FactList } from '../shared/case-file/fact-list';
import { SideForm } from '../shared/forms/side-form';
import { formatDate } from '../shared/i18n/format';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { useMunicipality } from '../shared/layout/municipality-context';
import { RouteLink } from '../shared/layout/route-link';
import { ForumNotes, ForumPart } from './forum-notes';

/** When and where a forum is and what happens there; afterwards what was said. */
export function ForumContents({ forum }: { forum: ForumView }) {
  const t = useTexts();
  const { id } = useMunicipality();
  const { caseId, state, agenda, nonDiscrimination } = forum;
  return (
    <>
      {state === 'cancelled' && (
        <Alert data-color="warning">
          <Paragraph>{t('forums.cancelledText')}</Paragraph>
        </Alert>
      )}
      <div className="panel">
        <Facts forum={forum} />
      </div>
      {state === 'coming' && (
        <p className="link-line">
          <Link href={api(id, 'forums', caseId, 'forum.ics')}>{t('forums.calendar')}</Link>
        </p>
      )}
      <ForumPart title={t('forums.agenda')}>
        {/* One line is one item, as it was written. */}
        <Paragraph className="as-written" dir="auto">
          {agenda}
        </Paragraph>
        {nonDiscrimination && <Paragraph>{t('forums.theme')}</Paragraph>}
      </ForumPart>
      {state === 'coming' && forum.registration && <Registration caseId={caseId} />}
      {forum.within !== null && (
        <p className="link-line">
          <RouteLink href={`/${id}/first-agreement/${forum.within}`}>
            {t('firstAgreement.to')}
          </RouteLink>
        </p>
      )}
      {state === 'held' && <ForumNotes forum={forum} />}
    </>
  );
}

function Facts({ forum }: { forum: ForumView }) {
  const t = useTexts();
  const language = useLanguage();
  const { day, begins, ends, place, link, languages, access, facilitator } = forum;
  const facts = [
    {
      label: t('forums.when'),
      value: t('forums.time', { day: formatDate(day, language), begins, ends }),
    },
    { label: t('forums.where'), value: place },
    { label: t('forums.online'), value: link && <Link href={link}>{link}</Link> },
    { label: t('forums.languages'), value: languages },
    { label: t('forums.access'), value: access },
    { label: t('forums.leads'), value: facilitator },
  ];
  return <FactList facts={facts.filter(({ value }) => value !== '')} />;
}

/** Open for whoever wants to say that they come. */
function Registration({ caseId }: { caseId: string }) {
  const t = useTexts();
  const { id } = useMunicipality();
  const [done, setDone] = useState(false);
  return (
    <>
      <p role="status">{done ? t('forums.registered') : ''}</p>
      {!done && (
        <SideForm
          form={forumRegistration}
          onSend={async (answers) => {
            await call('POST', api(id, 'forums', caseId, 'registrations'), { body: { answers } });
            setDone(true);
          }}
        />
      )}
    </>
  );
}
