import type { Tx } from '../../database/database';
import {
  allDecisionsOf,
  allEventsOfTasks,
  type CommitteeDecision,
} from '../../database/repositories/decision.repository';
import type { Matter } from '../../database/repositories/matter.repository';
import { correctionsOfPrinted } from '../../domain/committees/sent-extract';
import { nthOf } from '../../domain/document-keys';
import type { Municipality } from '../../domain/municipality';
import { sendExtract } from './send-extract';

/**
 * The certified extract that has gone out says another day than what holds since the last correction:
 * whoever has it gets it anew, with the day that is right. The case is locked.
 */
export async function resendExtract(
  tx: Tx,
  municipality: Municipality,
  matter: Matter,
  { decision, at }: { decision: CommitteeDecision; at: Date },
): Promise<void> {
  const all = await allDecisionsOf(tx, municipality.id, decision.case_id);
  const tasks = [...new Set(all.map(({ task_id }) => task_id))];
  const nth = correctionsOfPrinted(await allEventsOfTasks(tx, municipality.id, tasks)).length;
  await sendExtract(tx, municipality, matter, {
    ...{ key: `redated/${nth}`, template: 'extractRedated', at },
    extract: nthOf('redatedExtract', nth),
    decision,
  });
}
