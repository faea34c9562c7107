import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormDefinition } from '../../../domain/forms/types';
import { beginDraft, getDraft, mailDraftLink } from '../../shared/api/endpoints';
import { readDraft, type KeptDraft } from '../../shared/forms/draft';
import { startingAnswers, type TypedAnswers } from '../../shared/forms/typed-answers';
import type { AnswersForm } from '../../shared/forms/use-answers-form';
import { useDraft, type Saved } from '../../shared/forms/use-draft';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { tabKeeper } from '../../shared/storage';
import { useServerDraft, type ServerState } from './use-server-draft';

/** Where what was typed is: in this tab and, once it is kept there, on the server. */
export interface ApplicationDraft {
  inTab: Saved;
  onServer: { kept: KeptDraft; state: ServerState; savedAt: Date | undefined } | undefined;
  /** It was on the server and has been sent or removed there: from now on there is only the tab. */
  over: boolean;
  /** Keeps the application on the server from now on; returns the draft's id. */
  keep: () => Promise<string>;
  /** Has a link mailed by which it can be gone on with anywhere. */
  mailLink: (email: string) => Promise<void>;
  /** Asks what became of the link. */
  lookAtLink: () => Promise<void>;
  /** Shows what somebody else has saved, instead of what is here. */
  showTheirs: () => Promise<void>;
  /** Saves what is here over it. */
  keepMine: () => Promise<void>;
}

/** Keeps an application that is being filled in. `name` is the form's in this tab. */
export function useApplicationDraft(
  form: FormDefinition,
  name: string,
  { formik }: AnswersForm,
): ApplicationDraft {
  const { id: municipality } = useMunicipality();
  const typed = formik.values;
  const [before] = useState(() => readDraft(tabKeeper, name)?.kept);
  const server = useServerDraft(municipality, before, typed);
  const { kept, take, noteLink } = server;
  const inTab = useDraft(name, typed, kept);
  const latest = useRef<{ typed: TypedAnswers; kept: KeptDraft | undefined }>({ typed, kept });
  useEffect(() => {
    latest.current = { typed, kept };
  });
  const beginning = useRef<Promise<string>>(undefined);
  const keep = useCallback(() => {
    const begin = async () => {
      const answers = latest.current.typed;
      const { id: formId, version: formVersion } = form;
      const view = await beginDraft(municipality, { formId, formVersion, answers });
      take(view, answers);
      return view.id;
    };
    if (latest.current.kept) return Promise.resolve(latest.current.kept.id);
    beginning.current ??= begin().finally(() => (beginning.current = undefined));
    return beginning.current;
  }, [form, municipality, take]);
  return {
    inTab,
    onServer: kept && { kept, state: server.state, savedAt: server.savedAt },
    over: server.state === 'over',
    keep,
    keepMine: server.overwrite,
    mailLink: async (email) => {
      const id = await keep();
      take(await mailDraftLink(municipality, id, email), latest.current.typed);
    },
    lookAtLink: useCallback(async () => {
      const { kept: draft } = latest.current;
      if (draft) noteLink((await getDraft(municipality, draft.id)).link);
    }, [municipality, noteLink]),
    showTheirs: async () => {
      const view = await getDraft(municipality, latest.current.kept?.id ?? '');
      const answers = startingAnswers(form, view.answers);
      await formik.setValues(answers, false);
      take(view, answers);
    },
  };
}
