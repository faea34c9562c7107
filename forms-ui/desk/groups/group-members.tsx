import { Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import type { GroupView } from '../../../domain/api/groups';
import {
  groupSides,
  sinceEver,
  sitsOn,
  type GroupMember,
  type GroupSide,
} from '../../../domain/groups/member';
import { seatOf, sittingOn, type GroupSeat } from '../../../domain/groups/seats';
import { formatDate } from '../../shared/i18n/format';
import { useLanguage } from '../../shared/i18n/use-language';
import { DeskTable, Detail } from '../desk-table';
import { useDeskTexts } from '../use-desk-texts';

/** Who sits on each side today, who is to come, and who has been. */
export function GroupMembers({ group: { members, today } }: { group: GroupView }) {
  const t = useDeskTexts();
  const coming = members.filter(({ from }) => from > today);
  const former = members
    .filter(({ to }) => to !== null && to < today)
    .toSorted((a, b) => (b.to ?? '').localeCompare(a.to ?? ''));
  return (
    <>
      {groupSides.map((side) => (
        <Side key={side} side={side} members={members} today={today} />
      ))}
      {coming.length > 0 && (
        <section className="desk-part">
          <Heading level={2} data-size="sm">
            {t('groups.coming')}
          </Heading>
          <Members caption={t('groups.coming')} members={coming} all={members} />
        </section>
      )}
      {former.length > 0 && (
        <Details>
          <Details.Summary>{t('groups.former')}</Details.Summary>
          <Details.Content>
            <Members caption={t('groups.former')} members={former} all={members} />
          </Details.Content>
        </Details>
      )}
    </>
  );
}

function Side({
  side,
  members,
  today,
}: Pick<GroupView, 'members' | 'today'> & { side: GroupSide }) {
  const t = useDeskTexts();
  const { seats } = sittingOn(members, today);
  const vacant = seats.filter((seat) => seat.side === side && seat.holder === null);
  const held = seats.flatMap((seat) => (seat.side === side ? (seat.holder ?? []) : []));
  const substitutes = members.filter(
    (each) => each.role === 'substitute' && each.side === side && sitsOn(each, today),
  );
  const sits = [...held, ...substitutes];
  const caption = t(`groups.sides.${side}`);
  return (
    <section className="desk-part">
      <Heading level={2} data-size="sm">
        {caption}
      </Heading>
      {sits.length === 0 ? (
        <Paragraph>{t('groups.nobodyOnSide')}</Paragraph>
      ) : (
        <Members caption={caption} members={sits} all={members} />
      )}
      {vacant.map((seat) => (
        <Vacant key={seat.id} seat={seat} />
      ))}
    </section>
  );
}

function Vacant({ seat: { latest, substitute } }: { seat: GroupSeat }) {
  const t = useDeskTexts();
  return (
    <Paragraph>
      {substitute === null
        ? t('groups.vacant', { name: latest.name })
        : t('groups.vacantWith', { name: latest.name, substitute: substitute.name })}
    </Paragraph>
  );
}

interface Props {
  caption: string;
  members: readonly GroupMember[];
  /** Everybody of the group, to say whose substitute somebody is. */
  all: readonly GroupMember[];
}

function Members({ caption, members, all }: Props) {
  const t = useDeskTexts();
  return (
    <DeskTable
      caption={caption}
      columns={[t('groups.name'), t('groups.represents'), t('groups.seat'), t('groups.term')]}
    >
      {members.map((member) => (
        <Row key={member.id} member={member} all={all} />
      ))}
    </DeskTable>
  );
}

function Row({ member, all }: { member: GroupMember; all: readonly GroupMember[] }) {
  const t = useDeskTexts();
  const { name, email, shared, represents, role, substituteFor } = member;
  const seat = substituteFor === null ? null : seatOf(all, substituteFor);
  const whom = seat === null ? undefined : all.findLast(({ id }) => seatOf(all, id) === seat)?.name;
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
        <Detail>
          <bdi dir="ltr">{email}</bdi>
        </Detail>
        {shared && <Detail>{t('groups.shared')}</Detail>}
      </th>
      <td>{represents}</td>
      <td>
        {t(`groups.roles.${role}`)}
        {whom !== undefined && <Detail>{t('groups.substituteFor', { name: whom })}</Detail>}
      </td>
      <td>
        <Term member={member} />
      </td>
    </tr>
  );
}

function Term({ member: { from, to } }: { member: GroupMember }) {
  const t = useDeskTexts();
  const language = useLanguage();
  const days = {
    from: formatDate(from, language),
    to: to === null ? '' : formatDate(to, language),
  };
  if (from === sinceEver) return to === null ? t('groups.termOpen') : t('groups.termUntil', days);
  return to === null ? t('groups.termSince', days) : t('groups.termBetween', days);
}
