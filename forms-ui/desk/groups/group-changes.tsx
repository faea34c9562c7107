import { Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useMemo, useState } from 'react';
import type { GroupView } from '../../../domain/api/groups';
import { formText } from '../../../domain/forms/summary';
import { groupChangeForm } from '../../../domain/groups/change-forms';
import { groupChangeFaults, membersFor, type ChangeAnswers } from '../../../domain/groups/changes';
import { groupChanges, type GroupChange } from '../../../domain/groups/member';
import type { TypedAnswers } from '../../shared/forms/typed-answers';
import type { Beside } from '../../shared/forms/use-answers-form';
import { useLanguage } from '../../shared/i18n/use-language';
import { useMunicipality } from '../../shared/layout/municipality-context';
import { DeskForm } from '../desk-form';
import { useDeskTexts } from '../use-desk-texts';
import { changeGroup } from './endpoints';

interface Props {
  group: GroupView;
  onDone: () => void;
}

/** Adding, replacing, ending, extending: each with a reason, one at a time. */
export function GroupChanges({ group, onDone }: Props) {
  const t = useDeskTexts();
  const [open, setOpen] = useState<GroupChange>();
  const [done, setDone] = useState<GroupChange>();
  const possible = groupChanges.filter(
    (kind) => kind === 'addMember' || membersFor(kind, group.members, group.today).length > 0,
  );
  return (
    <section className="desk-part desk-no-print">
      <Heading level={2} data-size="sm">
        {t('groups.change')}
      </Heading>
      <Paragraph role="status">{done && t(`groups.done.${done}`)}</Paragraph>
      {possible.map((kind) => (
        <Change
          key={kind}
          kind={kind}
          group={group}
          isOpen={open === kind}
          onToggle={() => setOpen((was) => (was === kind ? undefined : kind))}
          onDone={() => {
            setOpen(undefined);
            setDone(kind);
            onDone();
          }}
        />
      ))}
    </section>
  );
}

interface ChangeProps extends Props {
  kind: GroupChange;
  isOpen: boolean;
  onToggle: () => void;
}

function Change({ kind, group, isOpen, onToggle, onDone }: ChangeProps) {
  const language = useLanguage();
  const { id } = useMunicipality();
  const { members, today } = group;
  const form = useMemo(() => groupChangeForm(kind, members, today), [kind, members, today]);
  const beside = useMemo(() => judging(kind, members), [kind, members]);
  return (
    <Details open={isOpen} onToggle={onToggle}>
      <Details.Summary>{formText(form, language, 'title')}</Details.Summary>
      <Details.Content>
        {isOpen && (
          <>
            <Paragraph>{formText(form, language, 'intro')}</Paragraph>
            <DeskForm
              form={form}
              beside={beside}
              onSend={async (answers) => {
                await changeGroup(id, group.id, { kind, answers });
                onDone();
              }}
            />
          </>
        )}
      </Details.Content>
    </Details>
  );
}

/** The page judges a change by the same rules as the server, with the members that it shows. */
function judging(kind: GroupChange, members: GroupView['members']): Beside {
  return {
    judges: [],
    faults: (typed) => groupChangeFaults(kind, answersIn(typed), members),
    sentence: () => undefined,
    note: () => undefined,
    refresh: () => undefined,
  };
}

function answersIn(typed: TypedAnswers): ChangeAnswers {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([field, value]) =>
      typeof value === 'string' && value.trim() !== '' ? [[field, value.trim()]] : [],
    ),
  );
}
