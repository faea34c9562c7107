import { formatOre } from '../../../domain/money';
import { useLanguage } from '../../shared/i18n/use-language';
import { useDeskTexts } from '../use-desk-texts';
import type { Transaction } from './transactions';

/** Names a transaction by what it moved in all, and to or from whom. */
export function useTransactionName(): (transaction: Transaction) => string {
  const t = useDeskTexts();
  const language = useLanguage();
  return ({ kind, counterpart, ore }) => {
    // Money that is taken along stays with its committee.
    const way = ore < 0 ? 'to' : 'from';
    return t(`ledger.named.${kind === 'carryOver' ? 'own' : way}`, {
      kind: t(`ledger.kinds.${kind}`),
      counterpart,
      amount: formatOre(Math.abs(ore), language),
    });
  };
}
