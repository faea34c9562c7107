import type { GroupChangeRequest, GroupsAnswer, GroupView } from '../../../domain/api/groups';
import { call } from '../../shared/api/client';
import { api } from '../../shared/api/endpoints';

export async function listGroups(id: string, signal: AbortSignal): Promise<GroupView[]> {
  return (await call<GroupsAnswer>('GET', api(id, 'desk', 'groups'), { signal })).groups;
}

/** Changes who sits in a group. */
export async function changeGroup(
  id: string,
  group: string,
  body: GroupChangeRequest,
): Promise<void> {
  await call('POST', api(id, 'desk', 'groups', group, 'changes'), { body });
}
