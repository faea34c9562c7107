import { ApplicationFailure, type Context, type Info } from '@temporalio/activity';
import type {
  ActivityInboundCallsInterceptor,
  ActivityInterceptorsFactory,
} from '@temporalio/worker';
import type { Logger } from 'pino';
import { DomainError } from '../domain/errors';
import { isOutage, placeOf } from '../domain/unknown-error';

/** After so many attempts a fault that is not somebody else's outage goes to a person. */
const attemptsForUnknownFaults = 5;

/** The one activity that never gives up by itself: it is how every other stop becomes visible. */
const tireless = 'flagAttention';

/**
 * The edge of every activity: whatever was thrown leaves as a code. A refusal of ours is final, an
 * outage is retried until it is over, an unknown fault is retried a few times and is then final.
 * @param mostAttempts after these every failure is final
 */
export function activityFailures(
  log: Logger,
  mostAttempts = Infinity,
): ActivityInterceptorsFactory {
  return ({ info }: Context) => ({
    inbound: codeOnly(info, log, info.attempt >= mostAttempts),
  });
}

function codeOnly(info: Info, log: Logger, isLast: boolean): ActivityInboundCallsInterceptor {
  const { activityType: activity, attempt } = info;
  return {
    async execute(input, next) {
      try {
        return await next(input);
      } catch (error) {
        const { type, nonRetryable } = asFailure(error, info);
        log.warn({ activity, attempt, code: type, at: placeOf(error) }, 'activity failed');
        throw failure(type ?? 'unexpected', isLast || nonRetryable === true);
      }
    },
  };
}

function asFailure(error: unknown, { activityType, attempt }: Info): ApplicationFailure {
  if (error instanceof ApplicationFailure) return error;
  if (error instanceof DomainError) return failure(error.code, true);
  if (isOutage(error)) return failure('outage', false);
  return failure('unexpected', attempt >= attemptsForUnknownFaults && activityType !== tireless);
}

function failure(type: string, nonRetryable: boolean): ApplicationFailure {
  return ApplicationFailure.create({ type, message: type, nonRetryable });
}
