import type { Context } from '@temporalio/activity';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';

/** Several times within the heartbeat timeout of `workflows/activities.ts`. */
const everyMs = 2_500;

/**
 * Says every few seconds that an activity is still being worked on. When its worker was killed,
 * Temporal notices the silence and gives the activity to another one, long before the time that a
 * slow mail server may take.
 */
export const heartbeats: ActivityInterceptorsFactory = (context: Context) => ({
  inbound: {
    async execute(input, next) {
      if (context.info.isLocal) return next(input);
      const timer = setInterval(() => context.heartbeat(), everyMs);
      try {
        return await next(input);
      } finally {
        clearInterval(timer);
      }
    },
  },
});
