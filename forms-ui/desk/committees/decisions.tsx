import { Alert, Details, Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import type {
  CommitteeDecisionView,
  DecisionEventRequest,
  DeskCaseView,
} from '../../../domain/api/desk';
import { keepsDiary, recordsDecisions } from '../../../domain/officials';
import { deskAddress } from '../../../domain/pages';
import { FactList } from '../../shared/case-file/fact-list';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskForm } from '../desk-form';
import { correctDecisionEvent, recordDecisionEvent } from '../endpoints';
import { useOfficial } from '../official-context';
import { useDeskTexts } from '../use-desk-texts';
import { decisionEventForm } from './decision-event-form';
import { eventCorrection, eventCorrectionForm } from './event-correction-form';
import { useOffered } from './use-offered';

interface Props {
  view: DeskCaseView;
  onDone: () => void;
}

/** What the committee has decided in its case, and what has happened to that. */
export function Decisions({ view, onDone }: Props) {
  return view.decisions.map((decision) => (
    <Decision
      key={decision.id}
      caseId={view.id}
      endedEarly={view.endedEarly}
      decision={decision}
      onDone={onDone}
    />
  ));
}

interface DecisionProps {
  caseId: string;
  decision: CommitteeDecisionView;
  onDone: () => void;
}

function Decision({ endedEarly, ...props }: DecisionProps & Pick<DeskCaseView, 'endedEarly'>) {
  const { caseId, decision, onDone } = props;
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const { outcome, paragraph, meetingOn, state, lastDayOfAppeal, finalOn, flaws } = decision;
  const day = (date: string) => formatDate(date, language);
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t('decisions.heading')}
      </Heading>
      {decision.corrected && <Paragraph>{t('decisions.corrected')}</Paragraph>}
      {decision.stayed && <Alert data-color="danger">{t('decisions.stayed')}</Alert>}
      {flaws.map((flaw) => (
        <Alert key={flaw} data-color="warning">
          {t(`decisions.flaws.${flaw}`)}
        </Alert>
      ))}
      {decision.metBefore && !decision.corrected && (
        <Alert data-color="warning">{t('decisions.metBefore')}</Alert>
      )}
      {decision.onOlderReport && <Alert data-color="warning">{t('circulation.older')}</Alert>}
      <FactList
        facts={[
          { label: t('decisions.outcome'), value: t(`common:committees.outcomes.${outcome}`) },
          { label: t('decisions.meeting'), value: day(meetingOn) },
          { label: t('decisions.paragraph'), value: paragraph },
          { label: t('decisions.stand'), value: t(`circulation.stand.${state}`) },
          ...(lastDayOfAppeal === null
            ? []
            : [{ label: t('decisions.lastDay'), value: day(lastDayOfAppeal) }]),
          ...(finalOn === null || state !== 'appealable'
            ? []
            : [{ label: t('decisions.finalOn'), value: day(finalOn) }]),
        ]}
      />
      {!decision.corrected && <Unreached decision={decision} />}
      <Happened decision={decision} />
      {endedEarly && !decision.corrected && (
        <Alert data-color="info">{t('decisions.endedEarly')}</Alert>
      )}
      <WhatHappened caseId={caseId} decision={decision} onDone={onDone} />
      <WhatWasWrong caseId={caseId} decision={decision} onDone={onDone} />
      {recordsDecisions(official) && !decision.corrected && (
        <Paragraph>
          <RouteLink href={`${deskAddress(id)}/cases/${caseId}/decisions/${decision.id}`}>
            {t('decisions.correct')}
          </RouteLink>
        </Paragraph>
      )}
    </section>
  );
}

/** Who among the recipients gets it in another way, for those who see to that. */
function Unreached({ decision: { unreached } }: { decision: CommitteeDecisionView }) {
  const t = useDeskTexts();
  const { official } = useOfficial();
  const seesToIt = recordsDecisions(official) || keepsDiary(official);
  if (unreached.length === 0 || !seesToIt) return null;
  return (
    <Alert data-color="info">
      {t('decisions.unreached', { recipients: unreached.join('; ') })}
    </Alert>
  );
}

function Happened({ decision: { events } }: { decision: CommitteeDecisionView }) {
  const t = useDeskTexts();
  const language = useLanguage();
  if (events.length === 0) return null;
  return (
    <ol className="timeline" aria-label={t('decisions.events')}>
      {events.map(({ id, kind, day, note, by, wrong }) => (
        <li key={id}>
          <span>{t(`decisions.kinds.${kind}`)}</span>
          {wrong !== null && <Tag data-color="warning">{t('decisions.wrong')}</Tag>}
          <time className="quiet" dateTime={day}>
            {formatDate(day, language)}
          </time>
          {by !== null && <bdi className="quiet">{by}</bdi>}
          {note !== null && <span className="typed">{note}</span>}
          {wrong && <span className="typed">{wrong}</span>}
        </li>
      ))}
    </ol>
  );
}

/** The registrar certifies; everything else the secretary or the registrar records. */
function WhatHappened({ caseId, decision, onDone }: DecisionProps) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const [isOpen, setOpen] = useState(false);
  const [sent, setSent] = useState(0);
  const { possible } = decision;
  const mayCertify = keepsDiary(official);
  const kinds = useMemo(
    () => possible.filter((kind) => kind !== 'certified' || mayCertify),
    [possible, mayCertify],
  );
  const offered = useOffered(kinds);
  const form = useMemo(() => decisionEventForm(offered, t), [offered, t]);
  const isLeft = kinds.length > 0 || isOpen;
  if (!isLeft || !(recordsDecisions(official) || mayCertify)) return null;
  return (
    <Details open={isOpen} onToggle={() => setOpen((was) => !was)}>
      <Details.Summary>{t('decisions.event')}</Details.Summary>
      <Details.Content>
        {isOpen && (
          <DeskForm
            // Empty again when it has been sent; whatever else happens leaves what is typed in it.
            key={sent}
            form={form}
            onSend={async (answers) => {
              const event = { note: '', ...answers } as unknown as DecisionEventRequest;
              await recordDecisionEvent(id, { caseId, decisionId: decision.id }, event);
              setSent((times) => times + 1);
              onDone();
            }}
          />
        )}
      </Details.Content>
    </Details>
  );
}

/** A day that was written wrong, or something that was recorded of the wrong decision. */
function WhatWasWrong({ caseId, decision, onDone }: DecisionProps) {
  const t = useDeskTexts();
  const language = useLanguage();
  const { id } = useMunicipality();
  const { official } = useOfficial();
  const [isOpen, setOpen] = useState(false);
  const mayCertify = keepsDiary(official);
  const events = useMemo(() => {
    const isTheirs = (kind: string) => kind !== 'certified' || mayCertify;
    return decision.events.filter(({ kind, correctable }) => correctable && isTheirs(kind));
  }, [decision, mayCertify]);
  const offered = useOffered(events);
  const form = useMemo(
    () =>
      eventCorrectionForm(
        offered,
        ({ kind, day }) => `${t(`decisions.kinds.${kind}`)}, ${formatDate(day, language)}`,
      ),
    [offered, language, t],
  );
  const mayCorrect = recordsDecisions(official) || mayCertify;
  if (!mayCorrect || !(events.length > 0 || isOpen)) return null;
  return (
    <Details open={isOpen} onToggle={() => setOpen((was) => !was)}>
      <Details.Summary>{t('decisions.correctEvent')}</Details.Summary>
      <Details.Content>
        {isOpen && (
          <DeskForm
            form={form}
            onSend={async (typed) => {
              const about = { caseId, decisionId: decision.id };
              await correctDecisionEvent(id, about, eventCorrection(typed));
              setOpen(false);
              onDone();
            }}
          />
        )}
      </Details.Content>
    </Details>
  );
}
