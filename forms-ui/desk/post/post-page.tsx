import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { PaperLettersAnswer } from '../../../domain/api/desk';
import { useResource } from '../../shared/api/use-resource';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { PageHeading } from '../../shared/layout/page-heading';
import { DeskFetched } from '../desk-fetched';
import { listPaperLetters } from '../endpoints';
import { useDeskTexts } from '../use-desk-texts';
import { PostTable } from './post-table';
import { PostedTable } from './posted-table';

/** Letters to those without e-mail: to print and post, and those posted lately. */
export function PostPage() {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  const resource = useResource(`post/${id}`, (signal) => listPaperLetters(id, signal));
  return (
    <div className="desk-page" data-size="sm">
      <PageHeading title={t('post.heading')} site={name} />
      <Paragraph>{t('post.lead')}</Paragraph>
      <DeskFetched resource={resource}>
        {(letters) => <PaperLetters letters={letters} reload={resource.reload} />}
      </DeskFetched>
    </div>
  );
}

function PaperLetters({ letters, reload }: { letters: PaperLettersAnswer; reload: () => void }) {
  const t = useDeskTexts();
  const [news, setNews] = useState('');
  const done = (text: string) => {
    setNews(text);
    reload();
  };
  return (
    <>
      <Paragraph role="status">{news}</Paragraph>
      {letters.toPost.length === 0 ? (
        <Paragraph>{t('post.none')}</Paragraph>
      ) : (
        <PostTable letters={letters.toPost} onDone={done} />
      )}
      <section className="desk-part">
        <Heading level={2} data-size="sm">
          {t('post.lately')}
        </Heading>
        {letters.posted.length === 0 ? (
          <Paragraph>{t('post.noneLately')}</Paragraph>
        ) : (
          <PostedTable letters={letters.posted} onDone={done} />
        )}
      </section>
    </>
  );
}
