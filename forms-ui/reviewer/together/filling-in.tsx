import { useMemo, type ReactNode } from 'react';
import { ClashContext } from '../../shared/fields/clash-context';
import { ChooseContext, ClashNotice } from './clash-notice';
import type { SharedAnswers } from './use-shared-draft';

/** A form inside that several people fill in: what two have written in a field is said there. */
export function FillingIn({ shared, children }: { shared: SharedAnswers; children: ReactNode }) {
  const { clashes, choose } = shared;
  const value = useMemo(() => ({ theirs: clashes, Notice: ClashNotice }), [clashes]);
  return (
    <ChooseContext value={choose}>
      <ClashContext value={value}>{children}</ClashContext>
    </ChooseContext>
  );
}
