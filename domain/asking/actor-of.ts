import type { Actor, Role } from '../process';

/**
 * Who the record says has answered, of those who are asked in a role. An organisation that has applied
 * answers as the applicant; one that the municipality asks, in a case of its own, as who was asked.
 */
export function actorOf(role: Role): Actor {
  return actors[role] ?? role;
}

const actors: Partial<Record<Role, Actor>> = {
  coordinator: 'applicant',
  partyCoordinator: 'respondent',
  asker: 'respondent',
  invited: 'respondent',
  partySignatory: 'signatory',
};
