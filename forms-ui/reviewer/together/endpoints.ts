import type { NewCoordinatorRequest, SavedSharedDraft, TaskView } from '../../../domain/api/shapes';
import type { FieldChanges } from '../../../domain/forms/shared-draft';
import { call } from '../../shared/api/client';
import { api } from '../../shared/api/endpoints';

/** `task` is whoever sends the form, `part` whoever fills in a part of it. */
export type FillingIn = 'task' | 'part';

/** Saves changed fields of a form that several people fill in; no changes ask what the others have written. */
export function saveSharedDraft(
  id: string,
  as: FillingIn,
  taskId: string,
  changes: FieldChanges,
): Promise<SavedSharedDraft> {
  return call('PUT', api(id, `${as}s`, taskId, 'draft'), { body: { changes } });
}

export function getPart(id: string, taskId: string): Promise<TaskView> {
  return call('GET', api(id, 'parts', taskId));
}

/** Makes an address at which somebody else fills in a part. */
export function givePartLink(id: string, taskId: string): Promise<{ url: string }> {
  return call('POST', api(id, 'tasks', taskId, 'part-links'));
}

export async function takeBackPartLinks(id: string, taskId: string): Promise<void> {
  await call('DELETE', api(id, 'tasks', taskId, 'part-links'));
}

/** The number of the case in which the organisation's signatories are asked. */
export function nameNewCoordinator(
  id: string,
  taskId: string,
  body: NewCoordinatorRequest,
): Promise<{ number: string }> {
  return call('POST', api(id, 'tasks', taskId, 'new-coordinator'), { body });
}
