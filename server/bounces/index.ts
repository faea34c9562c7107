import type { BounceMailbox } from '../../database/bounce-address';
import type { ServerContext } from '../context';
import { takeBounce } from '../use-cases/take-bounce';
import { listenForBounces, type BounceListener } from './listen';
import { readReport } from './read-report';

/** Where bounces are taken; without a mailbox they go elsewhere. */
export interface BounceOptions {
  host: string;
  bounces?: (BounceMailbox & { port: number }) | undefined;
}

/** Takes letters back that mail servers say did not arrive, from now on; undefined without a mailbox. */
export async function takeBounces(
  { database, municipalities, clock, nudgeRelay, log }: ServerContext,
  { host, bounces: mailbox }: BounceOptions,
): Promise<BounceListener | undefined> {
  if (!mailbox) return undefined;
  return listenForBounces({
    ...{ mailbox, host, port: mailbox.port, municipalityIds: municipalities.keys(), log },
    async take(sending, raw) {
      const report = await readReport(raw);
      const outcome = await database.transaction(sending.municipalityId, (tx) =>
        takeBounce(tx, sending, report, clock()),
      );
      nudgeRelay();
      log.info({ outcome }, 'bounce');
      return outcome !== 'early';
    },
  });
}
