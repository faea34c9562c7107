import { sinceEver, type GroupMember } from '../../domain/groups/member';

let made = 0;

/** A term in a group as a test needs it: an ordinary member of the municipality's side who sits there for ever. */
export function termIn(own: Partial<GroupMember> & Pick<GroupMember, 'name'>): GroupMember {
  made += 1;
  return {
    ...{ id: own.name, email: `${own.name.toLowerCase()}@gruppen.example`, shared: false },
    ...{ side: 'municipality', represents: '', role: 'member', position: made },
    ...{ from: sinceEver, to: null, substituteFor: null, replaces: null, seatClosed: false },
    ...own,
  };
}
