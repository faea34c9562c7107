import { z } from 'zod';
import type { Tx } from '../../database/database';
import {
  countCases,
  listCases,
  waitingView,
  type ListedCase,
  type ListPosition,
  type ListSearch,
} from '../../database/repositories/case-list.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import {
  listViews,
  type CaseListAnswer,
  type CaseListItem,
  type CaseListRequest,
  type ListView,
} from '../../domain/api/desk';
import { stockholmDate } from '../../domain/calendar';
import { DomainError } from '../../domain/errors';
import { forumOf } from '../../domain/forum/forum';
import type { Language } from '../../domain/language';
import { maySeeSecrets, type Official } from '../../domain/officials';
import { dialogueForum } from '../../domain/processes/dialogue-forum';
import { translator } from '../../domain/texts';

const pageSize = 50;

const position = z.object({
  rank: z.number().int().min(0).max(9),
  due: z.iso.date(),
  openedAt: z.iso.datetime().transform((text) => new Date(text)),
  id: z.uuid(),
});

/** A page of the desk's list, and with the first one how many cases each view has. */
export async function listDeskCases(
  tx: Tx,
  municipalityId: string,
  request: CaseListRequest,
  { official, now, language }: { official: Official; now: Date; language: Language },
): Promise<CaseListAnswer> {
  const search = {
    text: request.search.trim(),
    maySeeSecrets: maySeeSecrets(official),
    view: request.view,
    today: stockholmDate(now),
  };
  const after = request.after === undefined ? undefined : readPosition(request.after);
  // One more than is shown tells whether there is another page.
  const found = await listCases(tx, municipalityId, search, { after, limit: pageSize + 1 });
  const shown = found.slice(0, pageSize);
  const last = shown.at(-1);
  const cases = [];
  for (const row of shown) {
    cases.push(listItem(row, { language, day: await dayOf(tx, municipalityId, row) }));
  }
  return {
    cases,
    next: last && found.length > pageSize ? writePosition(last) : null,
    counts: after ? null : await countViews(tx, municipalityId, search),
  };
}

/** When a forum is held that is announced; null for every other case, and for one that the reader may not see. */
async function dayOf(tx: Tx, municipalityId: string, row: ListedCase): Promise<string | null> {
  const isAnnounced = row.process === dialogueForum.name && row.state === 'awaitingReplies';
  if (!isAnnounced || row.organisation_name === null) return null;
  return forumOf((await getApplication(tx, municipalityId, row.id)).answers).day;
}

function listItem(
  row: ListedCase,
  { language, day }: { language: Language; day: string | null },
): CaseListItem {
  return {
    id: row.id,
    number: row.number,
    organisationName: row.organisation_name,
    organisationNumber: row.organisation_number,
    state: row.state,
    standing: translator(language, 'common', row.process)(`states.${row.state}`),
    takesPlaceOn: day,
    receivedAt: row.opened_at.toISOString(),
    waitsFor:
      row.waits_since === null
        ? null
        : {
            role: row.assignee_role ?? '',
            name: row.assignee_name ?? '',
            since: row.waits_since.toISOString(),
            deadline: row.deadline ?? '',
            overdue: row.is_overdue,
          },
    needsAttention: row.is_flagged,
    secret: row.is_secret,
  };
}

async function countViews(
  tx: Tx,
  municipalityId: string,
  search: ListSearch,
): Promise<Record<ListView, number>> {
  const rows = await countCases(tx, municipalityId, search);
  const count = (isIn: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(isIn).reduce((total, row) => total + Number(row.count), 0);
  const counts = listViews.map((view): [ListView, number] => {
    if (view === 'all') return [view, count(() => true)];
    if (view === 'attention') return [view, count((row) => row.needs_a_look)];
    if (view === 'open') return [view, count((row) => !row.is_closed)];
    return [view, count((row) => row.state === view && (row.waits || view !== waitingView))];
  });
  return Object.fromEntries(counts) as Record<ListView, number>;
}

function writePosition({ rank, due, opened_at, id }: ListedCase): string {
  const at = { rank, due, openedAt: opened_at.toISOString(), id };
  return Buffer.from(JSON.stringify(at)).toString('base64url');
}

/** Throws `request.malformed` for what is no position of ours. */
function readPosition(text: string): ListPosition {
  try {
    return position.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw new DomainError('request.malformed');
  }
}
