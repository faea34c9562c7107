import type { Database } from '../../database/database';
import { raiseAttention } from '../../database/repositories/attention.repository';
import type { ProcessState } from '../../domain/process';

export interface FlagAttentionInput {
  process: ProcessState;
  code: string;
  /** Process time in milliseconds since 1970. */
  at: number;
}

/** Makes a stop visible: the case needs attention until somebody has mended it. */
export async function flagAttention(
  { database }: { database: Database },
  { process: { municipalityId, caseId, phase, generation }, code, at }: FlagAttentionInput,
): Promise<void> {
  await database.transaction(municipalityId, (tx) =>
    raiseAttention(tx, municipalityId, {
      caseId,
      key: `${phase}/${generation}/${code}`,
      code,
      at: new Date(at),
    }),
  );
}
