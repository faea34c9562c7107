import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { call } from '../shared/api/client';
import { api } from '../shared/api/endpoints';
import { SendFault } from '../shared/forms/send-fault';
import { useSending } from '../shared/forms/use-sending';
import { useTexts } from '../shared/i18n/use-texts';
import { useMunicipality } from '../shared/layout/municipality-context';
import { markMoved } from '../shared/layout/navigation';
import { PageHeading } from '../shared/layout/page-heading';
import { RouteLink } from '../shared/layout/route-link';
import { useFragment } from '../shared/links/use-fragment';

/** What a mailed link opens: one button that confirms a subscription, or ends it. Opening it changes nothing. */
export default function SubscriptionPage() {
  const token = useFragment();
  const [location] = useLocation();
  const what = location.endsWith('/unsubscribe') ? 'leave' : 'confirm';
  return <OneButton key={`${what}/${token}`} what={what} token={token} />;
}

const resources = { confirm: 'confirmations', leave: 'departures' } as const;

function OneButton({ what, token }: { what: keyof typeof resources; token: string }) {
  const t = useTexts();
  const { id, name } = useMunicipality();
  const [done, setDone] = useState(false);
  const { busy, error, send } = useSending();
  const press = () =>
    send(async () => {
      await call('POST', api(id, 'newsletter', resources[what]), { body: { token } });
      // What is there now has another heading, which takes focus.
      markMoved();
      setDone(true);
    });
  return (
    <div className="column">
      <SendFault error={error} />
      <PageHeading
        key={String(done)}
        title={t(done ? `newsletter.${what}.done` : `newsletter.${what}.heading`)}
        site={name}
      />
      <Paragraph data-size="lg">
        {token === ''
          ? t('newsletter.confirm.none')
          : t(done ? `newsletter.${what}.doneText` : `newsletter.${what}.text`)}
      </Paragraph>
      {!done && token !== '' && (
        <div className="actions">
          <Button aria-busy={busy} onClick={() => void press()}>
            {busy ? t('form.sending') : t(`newsletter.${what}.action`)}
          </Button>
        </div>
      )}
      <p className="link-line">
        <RouteLink href={`/${id}/newsletter`}>{t('newsletter.heading')}</RouteLink>
      </p>
    </div>
  );
}
