import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { allFields } from '../../../domain/forms/fields';
import { formText } from '../../../domain/forms/summary';
import { FieldList } from '../../shared/fields/field-list';
import { FaultSummary } from '../../shared/forms/fault-summary';
import { SendFault } from '../../shared/forms/send-fault';
import { startingAnswers } from '../../shared/forms/typed-answers';
import { useAnswersForm } from '../../shared/forms/use-answers-form';
import { useSending } from '../../shared/forms/use-sending';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { markMoved } from '../../shared/layout/navigation';
import { PageHeading } from '../../shared/layout/page-heading';
import { RouteLink } from '../../shared/layout/route-link';
import { continueLaterForm as form } from './continue-later-definition';
import type { ApplicationDraft } from './use-application-draft';

const fieldIds = allFields(form).map((field) => field.id);

interface Props {
  draft: ApplicationDraft;
  /** The address that has been written in the application, if any. */
  email: string;
  back: string;
}

/** Where the link goes, and then that it is on its way and until when it works. */
export default function ContinueLater({ draft, email, back }: Props) {
  const [sentTo, setSentTo] = useState<string>();
  const onSent = (address: string) => {
    markMoved();
    setSentTo(address);
  };
  if (sentTo !== undefined) return <LinkOnItsWay draft={draft} email={sentTo} back={back} />;
  return <AddressForm draft={draft} email={email} back={back} onSent={onSent} />;
}

function AddressForm({ draft, email, back, onSent }: Props & { onSent: (email: string) => void }) {
  const t = useTexts();
  const language = useLanguage();
  const { name } = useMunicipality();
  const { busy, error, send } = useSending();
  const answers = useAnswersForm({
    form,
    initialAnswers: startingAnswers(form, { email }),
    scope: { id: 'all', fieldIds, covers: ['all'] },
    onValid: ({ email: typed }) =>
      send(async () => {
        const address = (typed as string).trim();
        await draft.mailLink(address);
        onSent(address);
      }, answers.reject),
  });
  return (
    <form
      className="column"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void answers.submit();
      }}
    >
      <p className="back">
        <RouteLink href={back}>{t('form.back')}</RouteLink>
      </p>
      <FaultSummary answers={answers} />
      <SendFault error={error} />
      <PageHeading
        title={formText(form, language, 'title')}
        site={name}
        faulty={Object.keys(answers.faults).length > 0}
      />
      <Paragraph>{formText(form, language, 'intro')}</Paragraph>
      <FieldList answers={answers} fields={allFields(form)} />
      <div className="actions">
        <Button type="submit" aria-busy={busy}>
          {busy ? t('form.sending') : formText(form, language, 'send')}
        </Button>
      </div>
    </form>
  );
}

function LinkOnItsWay({ draft, email, back }: Props) {
  const t = useTexts();
  const language = useLanguage();
  const { name } = useMunicipality();
  const { keptUntil: until, link } = draft.onServer?.kept ?? {};
  useLinkWatch(draft.lookAtLink, link);
  return (
    <div className="column">
      <PageHeading key="sent" title={t('apply.later.heading')} site={name} />
      <p role="status">
        {t(link === 'failed' ? 'apply.later.failed' : 'apply.later.sent', { email })}
      </p>
      {until !== undefined && (
        <Paragraph>{t('apply.later.until', { date: formatDate(until, language) })}</Paragraph>
      )}
      <Paragraph>{t('apply.later.missing')}</Paragraph>
      <p className="link-line">
        <RouteLink href={back}>{t('apply.later.goOn')}</RouteLink>
      </p>
    </div>
  );
}

const lookAgainMs = 2_000;

/** Looks until the link has gone or cannot go, for as long as the page is open. */
function useLinkWatch(look: () => Promise<void>, link: string | undefined): void {
  useEffect(() => {
    if (link !== 'asked') return;
    // Not to know is no fault: the reader will see the mail or not.
    const timer = setInterval(() => void look().catch(() => undefined), lookAgainMs);
    return () => clearInterval(timer);
  }, [look, link]);
}
