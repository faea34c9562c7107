import { useEffect, useState } from 'react';
import { Redirect } from 'wouter';
import { startAddress } from '../../../domain/pages';
import type { DraftView } from '../../../domain/api/shapes';
import { getDraft } from '../../shared/api/endpoints';
import { writeDraft } from '../../shared/forms/draft';
import type { TypedAnswers } from '../../shared/forms/typed-answers';
import { Loading } from '../../shared/layout/loading';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { LinkedPage } from '../../shared/links/linked-page';
import { tabKeeper } from '../../shared/storage';
import { forgetSent } from './sent-application';
import { draftName } from './steps';

/** Goes on with an application by the link that was mailed: this tab works on it from now on. */
export default function DraftPage() {
  return (
    <LinkedPage kind="draft" read={getDraft}>
      {({ data }) => <TakenUp view={data} />}
    </LinkedPage>
  );
}

function TakenUp({ view }: { view: DraftView }) {
  const { id: municipality } = useMunicipality();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const name = draftName(municipality, { id: view.formId });
    const { id, revision, keptUntil, link } = view;
    forgetSent(tabKeeper, name);
    // What fits the form is taken from it when the form is shown.
    const answers = view.answers as TypedAnswers;
    writeDraft(tabKeeper, name, answers, { id, revision, keptUntil, link });
    setReady(true);
  }, [municipality, view]);
  return ready ? (
    <Redirect to={`${startAddress(municipality, view.process)}/check`} replace />
  ) : (
    <Loading />
  );
}
