import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { formatOre } from '../../../domain/money';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { DeskForm } from '../desk-form';
import { useDeskTexts } from '../use-desk-texts';
import { sayMistaken, reverse } from './endpoints';
import { mistakeForm, reversalForm } from './reversal-forms';
import type { Transaction } from './transactions';
import { useTransactionName } from './use-transaction-name';

interface Props {
  transaction: Transaction;
  onDone: () => void;
}

/**
 * Says what is taken back, all of it, and asks which decision that rests on; of a reversal, why it was a
 * mistake.
 */
export function Reversal({ transaction, onDone }: Props) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const named = useTransactionName();
  const { transactionId, entries, undoable } = transaction;
  const lines = entries.filter(({ line }) => line !== '');
  return (
    <section className="desk-part desk-no-print">
      <Heading level={2} data-size="xs">
        {t(undoable ? 'ledger.undoNamed' : 'ledger.reverseNamed', {
          transaction: named(transaction),
        })}
      </Heading>
      {lines.length > 0 && (
        <>
          <Paragraph>{t(undoable ? 'ledger.undoes' : 'ledger.reversesAll')}</Paragraph>
          <ul>
            {lines.map(({ sequence, line, ore }) => (
              <li key={sequence}>
                <bdi>{line}</bdi>:{' '}
                {t('ledger.kronor', { amount: formatOre(Math.abs(ore), language) })}
              </li>
            ))}
          </ul>
        </>
      )}
      <DeskForm
        key={transactionId}
        form={undoable ? mistakeForm : reversalForm}
        onSend={async (typed) => {
          if (undoable) await sayMistaken(id, transactionId, typed as { reason: string });
          else await reverse(id, transactionId, typed as { decision: string });
          onDone();
        }}
      />
    </section>
  );
}
