import { Details, Field, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useId, useMemo, useState } from 'react';
import type { CommitteeCorrectionView, CommitteeView } from '../../../domain/api/desk';
import {
  committeeCorrectionForms,
  type CommitteeCorrection,
} from '../../../domain/committees/correction-forms';
import { withLists, type FormLists } from '../../../domain/forms/lists';
import { formText } from '../../../domain/forms/summary';
import { deskAddress } from '../../../domain/pages';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { useTexts } from '../../shared/i18n/use-texts';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { RouteLink } from '../../shared/layout/route-link';
import { DeskForm } from '../desk-form';
import { Detail } from '../desk-table';
import { changeCommittee } from '../endpoints';
import { useDeskTexts } from '../use-desk-texts';

/** What was wrong about a body and has been put right: by whom, when and why. */
export function Corrections({ view: { corrections } }: { view: CommitteeView }) {
  const t = useDeskTexts();
  if (corrections.length === 0) return null;
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {t('committees.corrections')}
      </Heading>
      <ul>
        {corrections.map((correction) => (
          <Corrected key={correction.id} correction={correction} />
        ))}
      </ul>
    </section>
  );
}

function Corrected({
  correction: { what, before, after, on, by, reason, matters },
}: {
  correction: CommitteeCorrectionView;
}) {
  const t = useDeskTexts();
  const language = useLanguage();
  const day = (recorded: typeof before) => (recorded ? formatDate(recorded.day, language) : '');
  const date = on === null ? '' : formatDate(on, language);
  return (
    <li>
      {t(`committees.corrected.${what}`, {
        ...{ before: before?.name, beforeDay: day(before) },
        ...{ after: after?.name, afterDay: day(after) },
      })}
      <Detail>
        {by === null
          ? t('committees.correctedOn', { date })
          : t('committees.correctedBy', { date, name: by })}
      </Detail>
      <span className="typed">{reason}</span>
      <Where matters={matters} />
    </li>
  );
}

/** Where the matters are that a wrong record had given to another committee. */
function Where({ matters }: Pick<CommitteeCorrectionView, 'matters'>) {
  const t = useDeskTexts();
  const { id } = useMunicipality();
  const places = [...new Set(matters.map(({ moved, committee }) => `${moved} ${committee}`))];
  return places.map((place) => {
    const there = matters.filter(({ moved, committee }) => `${moved} ${committee}` === place);
    const { moved = false, committee: name = '' } = there[0] ?? {};
    return (
      <p key={place}>
        {t(moved ? 'committees.wentTo' : 'committees.stayedWith', { name })}{' '}
        {there.map(({ caseId, number }, i) => (
          <span key={caseId}>
            {i > 0 && ', '}
            <RouteLink href={`${deskAddress(id)}/cases/${caseId}`}>
              <bdi>{number}</bdi>
            </RouteLink>
          </span>
        ))}
      </p>
    );
  });
}

/** Something that was recorded, and can be wrong. */
interface Recorded {
  id: string;
  label: string;
  /** What stands in the form before anybody has typed: as it was recorded. */
  answers: Record<string, string>;
}

/** What can be put right about a body. */
export function CorrectRecorded({ view, onDone }: { view: CommitteeView; onDone: () => void }) {
  const language = useLanguage();
  const t = useDeskTexts();
  const since = (from: string) => formatDate(from, language);
  const names = view.names.flatMap(({ id, from, name, words }) =>
    from === null
      ? []
      : [
          {
            ...{ id, label: t('committees.nameSince', { name, from: since(from) }) },
            answers: { from, nameSv: words.sv, nameEn: words.en },
          },
        ],
  );
  const members = view.members.map(({ id, name, party, seat, from, to }) => ({
    id,
    label: t('committees.memberSince', {
      ...{ name, seat: t(`common:committees.seats.${seat}`) },
      term: t('committees.termFrom', { from: since(from) }),
    }),
    answers: { name, party, seat, body: view.id, from, to: to ?? '' },
  }));
  const bodies = [{ id: view.id, name: view.name }, ...view.others].map(({ id, name }) => ({
    ...{ value: id, label: { sv: name, en: name } },
  }));
  const { ending } = view;
  const others = bodies.filter(({ value }) => value !== view.id);
  const whole = { view, onDone };
  return (
    <>
      {ending && (
        <Correct
          {...whole}
          kind="correctEnd"
          recorded={[
            {
              ...{ id: ending.id, label: '' },
              answers: { day: ending.day, successor: ending.successor ?? '' },
            },
          ]}
          lists={{ committees: others }}
        />
      )}
      <Correct {...whole} kind="correctName" which={t('committees.whichName')} recorded={names} />
      <Correct
        {...whole}
        kind="correctMember"
        which={t('committees.whichMember')}
        recorded={members}
        lists={{ committees: bodies }}
      />
    </>
  );
}

interface CorrectProps {
  view: CommitteeView;
  kind: CommitteeCorrection;
  /** Asks which of several records is wrong; not asked of what there is one of. */
  which?: string | undefined;
  recorded: readonly Recorded[];
  lists?: FormLists | undefined;
  onDone: () => void;
}

function Correct({ view, kind, which, recorded, lists, onDone }: CorrectProps) {
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const form = committeeCorrectionForms[kind];
  if (recorded.length === 0) return null;
  return (
    <Details open={isOpen} onToggle={() => setOpen((was) => !was)}>
      <Details.Summary>{formText(form, language, 'title')}</Details.Summary>
      <Details.Content>
        <Paragraph>{formText(form, language, 'intro')}</Paragraph>
        {isOpen && (
          <Chosen
            {...{ view, kind, which, recorded, lists }}
            onDone={() => {
              setOpen(false);
              onDone();
            }}
          />
        )}
      </Details.Content>
    </Details>
  );
}

/** Which record is wrong, and the form with what stands in it. */
function Chosen({ view, kind, which, recorded, lists, onDone }: CorrectProps) {
  const t = useTexts();
  const fieldId = useId();
  const { id } = useMunicipality();
  const [chosen, setChosen] = useState(recorded.length === 1 ? recorded[0]?.id : undefined);
  const form = useMemo(() => withLists(committeeCorrectionForms[kind], lists ?? {}), [kind, lists]);
  const found = recorded.find((each) => each.id === chosen);
  return (
    <>
      {which !== undefined && (
        <Field>
          <Label>{which}</Label>
          <Select
            id={fieldId}
            value={chosen ?? ''}
            onChange={({ target }) => setChosen(target.value)}
          >
            <Select.Option value="">{t('form.choose')}</Select.Option>
            {recorded.map(({ id: value, label }) => (
              <Select.Option key={value} value={value}>
                {label}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      {found && (
        <DeskForm
          key={found.id}
          form={form}
          answers={found.answers}
          onSend={async (answers) => {
            await changeCommittee(id, view.id, { kind, corrects: found.id, answers });
            onDone();
          }}
        />
      )}
    </>
  );
}
