import { createSession } from 'better-sse';
import type { Request, Response } from 'express';
import type { Case } from '../../database/repositories/case.repository';
import type { ServerContext } from '../context';

/** Tells the reader of a case, until they leave, whenever it has changed. */
export async function watchChanges(
  context: ServerContext,
  request: Request,
  response: Response,
  { municipality_id: municipalityId, id }: Case,
): Promise<void> {
  if (request.method === 'HEAD') return void response.type('text/event-stream').end();
  const session = await createSession(request, response);
  const stop = context.live.watch(municipalityId, id, () => session.push('changed'));
  session.once('disconnected', stop);
}
