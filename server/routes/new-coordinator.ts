import { newCoordinatorNamed, newCoordinatorRequest } from '../../domain/api/shapes';
import { endpoint } from '../endpoint';
import { requireTask } from '../sessions';
import { nameNewCoordinator, requireNaming } from '../use-cases/name-new-coordinator';

export const postNewCoordinator = endpoint({
  method: 'post',
  path: '/api/:municipality/tasks/:task/new-coordinator',
  summary:
    "Name who coordinates a party now; its signatories confirm it, and then have the question's link go there",
  body: newCoordinatorRequest,
  limit: 'applications',
  responses: { 201: { description: 'The signatories are asked', schema: newCoordinatorNamed } },
  async handle({ context, municipality, language, request, response, body, param }) {
    const naming = await context.database.transaction(municipality.id, async (tx) => {
      const task = await requireTask(tx, request, municipality.id, param('task'), context.clock());
      return requireNaming(tx, municipality, task);
    });
    const receipt = await nameNewCoordinator(context, municipality, language, naming, body);
    response.status(201).json({ number: receipt.number });
  },
});
