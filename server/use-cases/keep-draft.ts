import type { Tx } from '../../database/database';
import {
  askForDraftLink,
  insertDraft,
  saveDraft,
  type Draft,
} from '../../database/repositories/draft.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import type { DraftChange, DraftRequest, DraftView } from '../../domain/api/shapes';
import { dayAfter } from '../../domain/calendar';
import { mostDraftLinks } from '../../domain/drafts';
import { DomainError } from '../../domain/errors';
import { fieldSchema } from '../../domain/forms/field-schema';
import { formReference } from '../../domain/forms/registry';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import type { ServerContext } from '../context';

interface Begun {
  municipality: Municipality;
  language: Language;
  request: DraftRequest;
}

/** Keeps an application that has not been sent. The relay hears of it, so that it is removed in time. */
export async function beginDraft(
  tx: Tx,
  context: ServerContext,
  { municipality, language, request }: Begun,
): Promise<Draft> {
  const { formId, formVersion, answers } = request;
  const form = { id: formId, version: formVersion };
  context.processes.begunBy(municipality, form);
  const now = context.clock();
  const draft = await insertDraft(tx, municipality.id, {
    form_reference: formReference(form),
    language,
    answers,
    touched_at: now,
  });
  await addToOutbox(tx, municipality.id, { draftId: draft.id, kind: 'start', at: now });
  return draft;
}

/** Saves what was typed; throws `draft.changed` when somebody else saved since it was read. */
export async function changeDraft(
  tx: Tx,
  context: ServerContext,
  draft: Draft,
  { revision, answers }: DraftChange,
): Promise<Draft> {
  const change = { revision, answers, at: context.clock() };
  const saved = await saveDraft(tx, draft.municipality_id, draft.id, change);
  if (!saved) throw new DomainError('draft.changed');
  return saved;
}

const addressRule = fieldSchema({ id: 'email', type: 'email', required: true });

/** Has a link to the draft mailed; throws `form.invalid` for what is no address. */
export async function mailDraftLink(
  tx: Tx,
  context: ServerContext,
  draft: Draft,
  typed: string,
): Promise<Draft> {
  const address = addressRule.safeParse(typed);
  if (!address.success) {
    const fault = typed.trim() === '' ? 'required' : 'email';
    throw new DomainError('form.invalid', {}, { email: fault });
  }
  if (draft.links_asked >= mostDraftLinks) throw new DomainError('request.tooMany');
  const { municipality_id: municipalityId, id } = draft;
  const at = context.clock();
  const asked = await askForDraftLink(tx, municipalityId, id, {
    email: address.data as string,
    at,
  });
  await addToOutbox(tx, municipalityId, { draftId: id, kind: 'deliver', at });
  return asked;
}

export function draftView(
  { processes }: ServerContext,
  draft: Draft,
  { keepDraftDays }: Municipality,
): DraftView {
  const [formId = '', version] = draft.form_reference.split('@');
  return {
    id: draft.id,
    process: processes.having(draft.form_reference)?.address ?? '',
    formId,
    formVersion: Number(version),
    revision: draft.revision,
    savedAt: draft.touched_at.toISOString(),
    keptUntil: dayAfter(draft.touched_at, keepDraftDays),
    link: linkState(draft),
    answers: draft.answers,
  };
}

function linkState({ links_asked, links_sent, link_failure }: Draft): DraftView['link'] {
  if (links_asked === 0) return 'none';
  if (links_sent < links_asked) return 'asked';
  return link_failure === null ? 'sent' : 'failed';
}
