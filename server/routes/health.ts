import { z } from 'zod';
import { endpoint } from '../endpoint';

const status = z.object({ status: z.string() });

export const live = endpoint({
  method: 'get',
  path: '/health/live',
  summary: 'The process answers',
  responses: { 200: { description: 'Alive', schema: status } },
  async handle({ response }) {
    response.json({ status: 'live' });
  },
});

export const ready = endpoint({
  method: 'get',
  path: '/health/ready',
  summary: 'Every part is up: database, Temporal, worker',
  responses: {
    200: { description: 'Ready', schema: status },
    503: { description: 'A part is missing', schema: status },
  },
  async handle({ context, response }) {
    try {
      await context.checkReady();
      response.json({ status: 'ready' });
    } catch {
      response.status(503).json({ status: 'waiting' });
    }
  },
});
