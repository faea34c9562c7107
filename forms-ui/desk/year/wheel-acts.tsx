import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import type { YearAnswer } from '../../../domain/api/follow-up';
import type { WheelActKind } from '../../../domain/follow-up/wheel';
import { possibleActs } from '../../../domain/follow-up/year-months';
import { turnsWheel } from '../../../domain/officials';
import { SideForm } from '../../shared/forms/side-form';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { useEndedSession } from '../desk-fetched';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { postWheelAct } from './endpoints';
import { wheelActForm, wheelActOf } from './wheel-act-forms';

/** Moving, skipping and opening now, each with a reason; for administrators. */
export function WheelActs({ answer, onDone }: { answer: YearAnswer; onDone: () => void }) {
  const t = useDeskTexts();
  const { official } = useOfficial();
  const [done, setDone] = useState<WheelActKind>();
  const possible = answer.turns.flatMap((turn) =>
    possibleActs(turn, answer.today).map((kind) => ({ kind, year: turn.year })),
  );
  if (!turnsWheel(official) || answer.turns.length === 0) return null;
  return (
    <section className="desk-part desk-no-print">
      <Heading level={2} data-size="sm">
        {t('year.change')}
      </Heading>
      <Paragraph role="status">{done && t(`year.done.${done}`)}</Paragraph>
      {possible.length === 0 && <Paragraph>{t('year.nothingToChange')}</Paragraph>}
      {possible.map(({ kind, year }) => (
        <WheelAct
          key={`${kind} ${year} ${answer.acts.length}`}
          kind={kind}
          year={year}
          onDone={() => {
            setDone(kind);
            onDone();
          }}
        />
      ))}
    </section>
  );
}

interface Props {
  kind: WheelActKind;
  year: number;
  onDone: () => void;
}

function WheelAct({ kind, year, onDone }: Props) {
  const { id } = useMunicipality();
  const form = useMemo(() => wheelActForm(kind, year), [kind, year]);
  const [error, setError] = useState<unknown>();
  useEndedSession(error);
  return (
    <SideForm
      form={form}
      onSend={async (typed) => {
        await postWheelAct(id, year, wheelActOf(kind, year, typed)).catch((refused: unknown) => {
          setError(refused);
          throw refused;
        });
        onDone();
      }}
    />
  );
}
