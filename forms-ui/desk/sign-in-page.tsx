import { Alert, Button, Paragraph } from '@digdir/designsystemet-react';
import { useParams } from 'wouter';
import { deskAddress } from '../../domain/pages';
import { isSignInFault } from '../../domain/errors';
import { SendFault } from '../shared/forms/send-fault';
import { useSending } from '../shared/forms/use-sending';
import { useMunicipality } from '../shared/layout/municipality-context';
import { PageHeading } from '../shared/layout/page-heading';
import { beginSignIn } from './endpoints';
import { useDeskTexts } from './use-desk-texts';

/** Says what went wrong with signing in, and offers to try again. */
export function SignInFaultPage() {
  const { id } = useMunicipality();
  const { fault } = useParams();
  return <SignInPage returnTo={deskAddress(id)} {...(fault === undefined ? {} : { fault })} />;
}

/**
 * Asks the reader to sign in, and brings them back.
 * @param returnTo the address to come back to; the one the page is shown at when absent
 */
export function SignInPage({ fault, returnTo }: { fault?: string; returnTo?: string }) {
  const t = useDeskTexts();
  const { id, name } = useMunicipality();
  const { busy, error, send } = useSending();
  const code = `signIn.${fault ?? ''}`;
  const go = () =>
    send(async () => {
      const { pathname, search, hash } = location;
      location.assign(await beginSignIn(id, returnTo ?? pathname + search + hash));
    });
  return (
    <div className="column">
      <PageHeading
        title={fault === undefined ? t('signIn.heading') : t('signIn.faultHeading')}
        site={name}
      />
      {isSignInFault(code) && (
        <Alert data-color="warning" className="notice">
          <Paragraph>{t(`common:errors.${code}`)}</Paragraph>
        </Alert>
      )}
      <Paragraph>{t('signIn.text')}</Paragraph>
      <SendFault error={error} />
      <div className="actions">
        <Button aria-busy={busy} onClick={() => void go()}>
          {busy ? t('signIn.going') : t('signIn.button')}
        </Button>
      </div>
    </div>
  );
}
