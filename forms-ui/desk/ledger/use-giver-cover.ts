import { useCallback, useMemo, useState } from 'react';
import { boundAnswer } from '../../../domain/forms/fields';
import type { Answers, Fault, FormDefinition } from '../../../domain/forms/types';
import type { Language } from '../../../domain/language';
import {
  checkFaults,
  coverFaults,
  coverSentence,
  coverStands,
  type GiverCover,
} from '../../../domain/ledger/cover';
import { formatOre } from '../../../domain/money';
import type { SignedInTaskView } from '../../../domain/api/desk';
import { useResource } from '../../shared/api/use-resource';
import type { TypedAnswers } from '../../shared/forms/typed-answers';
import type { Beside } from '../../shared/forms/use-answers-form';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts, type Texts } from '../../shared/i18n/use-texts';
import { getCover } from './endpoints';

/**
 * What whoever gives money has left, as soon as the form says who it is: said at the amounts, and where it
 * is not enough a fault there. A form about no money that somebody gives knows nothing beside it.
 */
export function useGiverCover(id: string, form: FormDefinition) {
  const t = useTexts();
  const language = useLanguage();
  const [giver, setGiver] = useState('');
  const { data, reload } = useResource(`cover/${id}/${giver}`, (signal) =>
    giver === '' ? Promise.resolve({ cover: null }) : getCover(id, giver, language, signal),
  );
  const field = form.bindings.amounts;
  const cover = data?.cover;
  const beside = useMemo(
    () =>
      cover && field !== undefined ? coverBeside(cover, field, language, t, reload) : undefined,
    [cover, field, language, t, reload],
  );
  const onTyped = useCallback(
    (typed: TypedAnswers) => {
      const named = field !== undefined && boundAnswer(form, 'givingCommittee', typed as Answers);
      setGiver(named || '');
    },
    [form, field],
  );
  return { beside, onTyped };
}

const coverJudges: readonly Fault[] = ['amountNotCovered', 'amountYearUndecided'];

function coverBeside(
  cover: GiverCover,
  field: string,
  language: Language,
  t: Texts,
  refresh: () => void,
): Beside {
  const sentenceAt = (typed: TypedAnswers, column: number) => {
    const stand = coverStands(typed[field], cover).find((each) => each.column === column);
    if (!stand) return undefined;
    const { key, values } = coverSentence(stand, cover, language);
    return { stand, text: t(`common:${key}`, values) };
  };
  return {
    ...{ judges: coverJudges, refresh },
    faults: (typed) => coverFaults(typed[field], cover, field),
    sentence: (path, fault, typed) => {
      if (!coverJudges.includes(fault)) return undefined;
      const said = sentenceAt(typed, Number(path.split('.').at(-1)));
      if (said?.stand.state === 'notCovered') return `${said.text} ${t('common:cover.lower')}`;
      if (said?.stand.state === 'undecided') return `${said.text} ${t('common:cover.wait')}`;
      return undefined;
    },
    note: (path, typed) => {
      const said = sentenceAt(typed, Number(path.split('.').at(-1)));
      if (!said || said.stand.reserved === 0) return said?.text;
      const reserved = formatOre(said.stand.reserved, language);
      return `${said.text} ${t('common:cover.reserved', { reserved })}`;
    },
  };
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
