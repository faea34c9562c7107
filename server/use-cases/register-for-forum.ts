import type { Tx } from '../../database/database';
import { appendAudit } from '../../database/repositories/audit.repository';
import { lockCase } from '../../database/repositories/case.repository';
import { register } from '../../database/repositories/forum.repository';
import { planLetter } from '../../database/repositories/letter.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import type { RegistrationRequest } from '../../domain/api/forum';
import { DomainError } from '../../domain/errors';
import { forumRegistration } from '../../domain/forms/definitions/forum-registration';
import { parseAnswers } from '../../domain/forms/schema';
import type { Answers } from '../../domain/forms/types';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import type { ServerContext } from '../context';
import { requireForum, stateOf } from './read-forums';

/**
 * Registers somebody for a forum that is still to come; mails come in the language they read. The same address again changes what it said and
 * gets no other mail, so nobody can have a mailbox filled. Throws `form.invalid`, `forum.over`,
 * `forum.cancelled` and `page.unknown`.
 */
export async function registerForForum(
  tx: Tx,
  { clock }: Pick<ServerContext, 'clock'>,
  municipality: Municipality,
  {
    caseId,
    language,
    answers: typed,
  }: RegistrationRequest & { caseId: string; language: Language },
): Promise<void> {
  const parsed = parseAnswers(forumRegistration, typed);
  if (!parsed.ok) throw new DomainError('form.invalid', {}, parsed.faults);
  const { found, forum } = await requireForum(tx, municipality, caseId);
  const current = await lockCase(tx, municipality.id, found.id);
  const at = clock();
  const state = stateOf(current, forum, at);
  if (current.ending !== null || state === 'cancelled') throw new DomainError('forum.cancelled');
  if (!forum.registration) throw new DomainError('forum.withoutRegistration');
  if (state === 'held') throw new DomainError('forum.over');
  const said = { ...saidIn(parsed.answers), language };
  const { id, isNew } = await register(tx, municipality.id, { ...said, caseId: found.id, at });
  if (!isNew) return;
  await planLetter(tx, municipality.id, {
    ...{ case_id: found.id, task_id: null, letter_key: `registered/${id}`, ordinal: 1 },
    ...{ template: 'forumRegistered', language: said.language, link: null, attachments: [] },
    ...{ recipient_name: said.name, recipient_email: said.email, recipient_postal: null },
    created_at: at,
  });
  await appendAudit(tx, municipality.id, found.id, {
    ...{ at, actor: 'respondent', event: 'registered', details: { registration: id } },
  });
  await addToOutbox(tx, municipality.id, { caseId: found.id, kind: 'deliver', at });
}

function saidIn(answers: Answers) {
  const text = (id: string) => (typeof answers[id] === 'string' ? answers[id] : '');
  return {
    name: text('name'),
    email: text('email'),
    organisation: text('organisation') || null,
    needs: text('needs') || null,
    interpretation: text('interpretation') || null,
  };
}
