import { useMemo } from 'react';
import type { Answers, FormDefinition } from '../../../domain/forms/types';
import { checkFaults } from '../../../domain/ledger/cover';
import type { SignedInTaskView } from '../../../domain/api/desk';
import { useResource } from '../../shared/api/use-resource';
import { coverJudges, useCoverBeside, useGiver } from '../../shared/forms/giver-cover';
import type { Beside } from '../../shared/forms/use-answers-form';
import { useLanguage } from '../../shared/i18n/use-language';
import { getCover } from './endpoints';

/**
 * What whoever gives money has left, as soon as the form says who it is: said at the amounts, and where it
 * is not enough a fault there. A form about no money that somebody gives knows nothing beside it.
 */
export function useGiverCover(id: string, form: FormDefinition) {
  const language = useLanguage();
  const { giver, onTyped } = useGiver(form);
  const { data, reload } = useResource(`cover/${id}/${giver}`, (signal) =>
    giver === '' ? Promise.resolve({ cover: null }) : getCover(id, giver, language, signal),
  );
  return { beside: useCoverBeside(form, data?.cover, reload), onTyped };
}

/** The same for whoever checks a transfer: its form has the figures, and is no yes where they do not suffice. */
export function useCheckedCover(
  { money }: Pick<SignedInTaskView, 'money'>,
  refresh: () => void,
): Beside | undefined {
  return useMemo(
    () =>
      money
        ? {
            ...{ judges: coverJudges, refresh },
            faults: (typed) => checkFaults(typed as Answers, money.amounts, money.cover),
            sentence: () => undefined,
            note: () => undefined,
          }
        : undefined,
    [money, refresh],
  );
}
