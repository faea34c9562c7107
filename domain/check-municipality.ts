import type { Rule } from './asking/rule';
import { longestList } from './focus/focus-areas';
import { ledgerFaults } from './ledger/coding';
import type { Asks, Municipality } from './municipality';

/**
 * What is wrong with a municipality's configuration of who is asked and of its ledger, as sentences for whoever
 * configures it; empty when it is sound. Read at start, so that no case meets it later.
 */
export function municipalityFaults(municipality: Municipality): string[] {
  const { id, processes, ledger } = municipality;
  return [
    ...asksFaults(municipality, id, processes),
    ...focusFaults(municipality).map((fault) => `${id}: focus areas: ${fault}`),
    ...(ledger ? ledgerFaults(ledger).map((fault) => `${id}: ledger: ${fault}`) : []),
  ];
}

function asksFaults(
  municipality: Municipality,
  id: string,
  processes: Municipality['processes'],
): string[] {
  return Object.entries(processes).flatMap(([process, { tasks }]) =>
    Object.entries(tasks).flatMap(([kind, { asks }]) =>
      askFaults(municipality, asks).map((fault) => `${id}: ${process}, ${kind}: ${fault}`),
    ),
  );
}

/** Throws with all faults of all municipalities at once. */
export function requireSound(municipalities: readonly Municipality[]): void {
  const faults = municipalities.flatMap(municipalityFaults);
  if (faults.length > 0) throw new Error(`municipalities are misconfigured:\n${faults.join('\n')}`);
}

/** Whoever chooses is asked, and whatever the votes leave open is asked about. */
function focusFaults({ followUp, processes }: Municipality): string[] {
  const { focusAreas } = followUp ?? {};
  const process = processes['focusAreas'];
  if (!focusAreas || !process) return [];
  const { chosenBy, most } = focusAreas;
  const needed =
    chosenBy === 'parties' ? ['shortlist', 'voteFocus', 'breakTie'] : ['shortlist', 'decideFocus'];
  return [
    ...needed
      .filter((kind) => !Object.hasOwn(process.tasks, kind))
      .map((kind) => `the task ${kind} is not configured`),
    ...(Number.isInteger(most) && most > 0 && most < longestList
      ? []
      : [`there are 1 to ${longestList - 1}`]),
  ];
}

function askFaults({ groups = {} }: Municipality, asks: Asks | undefined): string[] {
  if (!asks || !('group' in asks)) return [];
  const group = Object.hasOwn(groups, asks.group) ? groups[asks.group] : undefined;
  if (!group) return [`there is no group ${asks.group}`];
  const { members, substitutes = [] } = group;
  const addresses = [...members, ...substitutes].map(({ email }) => email.toLowerCase());
  const twice = addresses.filter((address, i) => addresses.indexOf(address) !== i);
  return [
    ...(members.length === 0 ? [`the group ${asks.group} has no members`] : []),
    ...twice.map((address) => `${address} is in the group ${asks.group} twice`),
    ...(members.filter(({ chair }) => chair).length > 1
      ? [`the group ${asks.group} has two chairs`]
      : []),
    ...ruleFaults(asks.rule, members.length),
  ];
}

function ruleFaults(rule: Rule, members: number): string[] {
  if (rule.kind === 'oneOf') return ['members of a group have no capacities to choose by'];
  if (rule.kind !== 'atLeast') return [];
  if (!Number.isInteger(rule.count) || rule.count < 1) return ['a quorum is at least one'];
  return rule.count > members ? [`${rule.count} can never answer, the group has ${members}`] : [];
}
