import { ApplicationFailure, type Context } from '@temporalio/activity';
import type {
  ActivityInboundCallsInterceptor,
  ActivityInterceptorsFactory,
} from '@temporalio/worker';
import type { Logger } from 'pino';
import { DomainError } from '../domain/errors';

/** After so many attempts a fault that is not somebody else's outage goes to a person. */
const attemptsForUnknownFaults = 5;

/** Outages end by themselves: PostgreSQL's classes 08, 53, 57 and what sockets say. */
const outage = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|08|53|57P|40001|40P01)/;

/**
 * The edge of every activity: whatever was thrown leaves as a code. A refusal of ours is final, an
 * outage is retried until it is over, an unknown fault is retried a few times and is then final.
 */
export function activityFailures(log: Logger): ActivityInterceptorsFactory {
  return (context: Context) => ({ inbound: codeOnly(context, log) });
}

function codeOnly(context: Context, log: Logger): ActivityInboundCallsInterceptor {
  return {
    async execute(input, next) {
      try {
        return await next(input);
      } catch (error) {
        if (error instanceof ApplicationFailure) throw error;
        const failure = asFailure(error, context.info.attempt);
        log.warn(
          {
            activity: context.info.activityType,
            attempt: context.info.attempt,
            code: failure.type,
            at: placeOf(error),
          },
          'activity failed',
        );
        throw failure;
      }
    },
  };
}

function asFailure(error: unknown, attempt: number): ApplicationFailure {
  if (error instanceof DomainError) return failure(error.code, true);
  const code = String((error as { code?: unknown }).code ?? '');
  if (outage.test(code)) return failure('outage', false);
  return failure('unexpected', attempt >= attemptsForUnknownFaults);
}

function failure(type: string, nonRetryable: boolean): ApplicationFailure {
  return ApplicationFailure.create({ type, message: type, nonRetryable });
}

/** Where it was thrown, without the message: that may quote what somebody typed. */
function placeOf(error: unknown): string | undefined {
  const stack = error instanceof Error ? error.stack : undefined;
  return stack
    ?.split('\n')
    .find((line) => line.startsWith('    at '))
    ?.trim();
}
