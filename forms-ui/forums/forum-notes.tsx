import { Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import type { ForumView } from '../../domain/api/forum';
import { api } from '../shared/api/endpoints';
import { formatSize } from '../shared/i18n/format';
import { useLanguage } from '../shared/i18n/use-language';
import { useTexts } from '../shared/i18n/use-texts';
import { useMunicipality } from '../shared/layout/municipality-context';

/** What was said and decided at a forum, once it is written. */
export function ForumNotes({ forum: { caseId, notes } }: { forum: ForumView }) {
  const t = useTexts();
  const { id } = useMunicipality();
  if (!notes) return <ForumPart title={t('forums.notes')}>{t('forums.notesComing')}</ForumPart>;
  const { attended, text, decisions, nonDiscrimination, presentations, hasDocument } = notes;
  return (
    <>
      <ForumPart title={t('forums.notes')}>
        <Paragraph>{t('forums.attended', { count: Number(attended) })}</Paragraph>
        <Paragraph className="as-written" dir="auto">
          {text}
        </Paragraph>
      </ForumPart>
      {decisions.length > 0 && (
        <ForumPart title={t('forums.decided')}>
          <ul>
            {decisions.map(({ decision, who }) => (
              <li key={decision} dir="auto">
                {who === '' ? decision : t('forums.decidedBy', { decision, who })}
              </li>
            ))}
          </ul>
        </ForumPart>
      )}
      {nonDiscrimination !== '' && (
        <ForumPart title={t('forums.discrimination')}>
          <Paragraph className="as-written" dir="auto">
            {nonDiscrimination}
          </Paragraph>
        </ForumPart>
      )}
      {presentations.length > 0 && (
        <ForumPart title={t('forums.presentations')}>
          <Presentations caseId={caseId} presentations={presentations} />
        </ForumPart>
      )}
      {hasDocument && (
        <p className="link-line">
          <Link href={api(id, 'forums', caseId, 'notes.pdf')}>{t('forums.pdf')}</Link>
        </p>
      )}
    </>
  );
}

function Presentations({
  caseId,
  presentations,
}: {
  caseId: string;
  presentations: NonNullable<ForumView['notes']>['presentations'];
}) {
  const language = useLanguage();
  const { id } = useMunicipality();
  return (
    <ul>
      {presentations.map((file) => (
        <li key={file.id}>
          <Link href={api(id, 'forums', caseId, 'files', file.id)}>{file.name}</Link> (
          {formatSize(file.size, language)})
        </li>
      ))}
    </ul>
  );
}

/** A part of the page under a heading of its own. */
export function ForumPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Heading level={2} data-size="sm">
        {title}
      </Heading>
      {children}
    </section>
  );
}
