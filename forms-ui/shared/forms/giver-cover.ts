import { useCallback, useMemo, useState } from 'react';
import { boundAnswer } from '../../../domain/forms/fields';
import type { Answers, Fault, FormDefinition } from '../../../domain/forms/types';
import type { Language } from '../../../domain/language';
import {
  coverFaults,
  coverSentence,
  coverStands,
  type GiverCover,
} from '../../../domain/ledger/cover';
import { formatOre } from '../../../domain/money';
import { useLanguage } from '../i18n/use-language';
import { useTexts, type Texts } from '../i18n/use-texts';
import type { TypedAnswers } from './typed-answers';
import type { Beside } from './use-answers-form';

/** Who gives the money that a form is about, as soon as it says so; nobody in any other form. */
export function useGiver(form: FormDefinition) {
  const [giver, setGiver] = useState('');
  const onTyped = useCallback(
    (typed: TypedAnswers) => {
      const isAboutMoney = form.bindings.amounts !== undefined;
      setGiver((isAboutMoney && boundAnswer(form, 'givingCommittee', typed as Answers)) || '');
    },
    [form],
  );
  return { giver, onTyped };
}

/** What a giver has left, said at the amounts; where it is not enough a fault there. */
export function useCoverBeside(
  form: FormDefinition,
  cover: GiverCover | null | undefined,
  refresh: () => void,
): Beside | undefined {
  const t = useTexts();
  const language = useLanguage();
  const field = form.bindings.amounts;
  return useMemo(
    () =>
      cover && field !== undefined ? coverBeside(cover, field, language, t, refresh) : undefined,
    [cover, field, language, t, refresh],
  );
}

/** The faults of which what a giver has is the judge. */
export const coverJudges: readonly Fault[] = ['amountNotCovered', 'amountYearUndecided'];

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
