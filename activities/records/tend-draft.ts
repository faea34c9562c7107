import type { Database } from '../../database/database';
import { deleteDraft, lockDraft } from '../../database/repositories/draft.repository';
import { consumeOutbox } from '../../database/repositories/outbox.repository';
import { deleteUploads, uploadsOfDraft } from '../../database/repositories/upload.repository';
import { dayAfter, endOfDay } from '../../domain/calendar';
import type { Municipality } from '../../domain/municipality';

export interface TendDraftInput {
  municipalityId: string;
  draftId: string;
  /** Process time in milliseconds since 1970. */
  at: number;
}

/** Milliseconds since 1970 of the moment to look again; null when the draft is gone. */
export interface TendedDraft {
  removeAt: number | null;
}

/**
 * Removes a draft whose last day has passed, with all that was uploaded to it; whoever touched it
 * meanwhile has put that day off. Of one that was sent only a stub is left to remove: its files are
 * the case's.
 */
export async function tendDraft(
  { database, municipality }: { database: Database; municipality(id: string): Municipality },
  { municipalityId, draftId, at }: TendDraftInput,
): Promise<TendedDraft> {
  const { keepDraftDays } = municipality(municipalityId);
  return database.transaction(municipalityId, async (tx) => {
    const draft = await lockDraft(tx, municipalityId, draftId);
    await consumeOutbox(tx, municipalityId, { draftId }, new Date(at));
    if (!draft) return { removeAt: null };
    const removeAt = endOfDay(dayAfter(draft.touched_at, keepDraftDays)).getTime();
    if (at < removeAt) return { removeAt };
    const uploads = await uploadsOfDraft(tx, municipalityId, draftId);
    await deleteUploads(
      tx,
      municipalityId,
      uploads.map(({ id }) => id),
    );
    await deleteDraft(tx, municipalityId, draftId);
    return { removeAt: null };
  });
}
