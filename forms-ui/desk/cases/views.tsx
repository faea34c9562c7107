import { Link } from '@digdir/designsystemet-react';
import { Link as Route } from 'wouter';
import type { CaseListAnswer, ListView } from '../../../domain/api/desk';
import { deskAddress } from '../../../domain/pages';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { useDeskTexts, type DeskTexts } from '../use-desk-texts';
import { listFragment, listViews, type ListAddress } from './list-address';

/** What one can look at, and how much there is of it for this search. */
export function Views({
  address,
  counts,
}: {
  address: ListAddress;
  counts: CaseListAnswer['counts'];
}) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  return (
    <nav className="desk-views" aria-label={t('cases.views')}>
      <ul>
        {listViews.map((view) => (
          <li key={view}>
            <Link asChild>
              <Route
                href={deskAddress(id) + listFragment({ ...address, view })}
                aria-current={view === address.view ? 'true' : undefined}
              >
                {t('cases.viewCount', { view: viewName(view, t), count: counts?.[view] ?? 0 })}
              </Route>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function viewName(view: ListView, t: DeskTexts): string {
  if (view === 'attention' || view === 'open' || view === 'all') return t(`cases.view.${view}`);
  return t(`common:states.${view}`);
}
