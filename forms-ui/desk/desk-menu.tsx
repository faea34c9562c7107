import { Button } from '@digdir/designsystemet-react';
import { keepsDiary, sendsMatters, worksWithCases } from '../../domain/officials';
import { deskAddress } from '../../domain/pages';
import { useSending } from '../shared/forms/use-sending';
import { SendFault } from '../shared/forms/send-fault';
import { useMunicipality } from '../shared/layout/municipality-context';
import { markMoved } from '../shared/layout/navigation';
import { RouteLink } from '../shared/layout/route-link';
import { signOut } from './endpoints';
import { useOfficial } from './official-context';
import { useDeskTexts } from './use-desk-texts';

/** The desk's pages, who reads them, and the way out. */
export function DeskMenu() {
  const t = useDeskTexts();
  const { id, newsletter } = useMunicipality();
  const { official, recheck } = useOfficial();
  const { busy, error, send } = useSending();
  const leave = () =>
    send(async () => {
      await signOut(id);
      markMoved();
      recheck();
    });
  return (
    <div className="desk-bar" data-size="sm">
      <nav className="desk-bar__links" aria-label={t('menu')}>
        <RouteLink href={deskAddress(id)}>{t('cases.heading')}</RouteLink>
        <RouteLink href={`${deskAddress(id)}/parties`}>{t('parties.menu')}</RouteLink>
        {worksWithCases(official) && (
          <RouteLink href={`${deskAddress(id)}/post`}>{t('post.menu')}</RouteLink>
        )}
        <RouteLink href={`${deskAddress(id)}/delegated`}>{t('delegated.menu')}</RouteLink>
        <RouteLink href={`${deskAddress(id)}/committees`}>{t('committees.menu')}</RouteLink>
        {sendsMatters(official) && (
          <>
            <RouteLink href={`${deskAddress(id)}/begin/circulation`}>
              {t('circulation.menu')}
            </RouteLink>
            <RouteLink href={`${deskAddress(id)}/begin/budget-transfer`}>
              {t('begin.budgetTransfer')}
            </RouteLink>
          </>
        )}
        <RouteLink href={`${deskAddress(id)}/year`}>{t('year.menu')}</RouteLink>
        {official.groups.length > 0 && (
          <RouteLink href={`${deskAddress(id)}/groups`}>
            {official.groups.length === 1 ? official.groups[0] : t('groups.heading')}
          </RouteLink>
        )}
        <RouteLink href={`${deskAddress(id)}/forums`}>{t('forums.menu')}</RouteLink>
        {newsletter && (
          <RouteLink href={`${deskAddress(id)}/newsletter`}>{t('newsletter.menu')}</RouteLink>
        )}
        <RouteLink href={`${deskAddress(id)}/ledger`}>{t('ledger.menu')}</RouteLink>
        {keepsDiary(official) && (
          <RouteLink href={`${deskAddress(id)}/paper`}>{t('paper.menu')}</RouteLink>
        )}
      </nav>
      <p className="desk-bar__who">
        {t('signedIn', {
          name: official.name,
          roles: official.roles.map((role) => t(`roles.${role}`)).join(', '),
        })}
      </p>
      <Button variant="tertiary" aria-busy={busy} onClick={() => void leave()}>
        {t('signOut')}
      </Button>
      <SendFault error={error} />
    </div>
  );
}
