import {
  addPartyEvent,
  changeParty,
  lockParty,
} from '../../database/repositories/party.repository';
import { getApplication } from '../../database/repositories/submission.repository';
import { stockholmDate } from '../../domain/calendar';
import { boundAnswer, boundPeople, boundSigningRule } from '../../domain/forms/fields';
import type { Answers, FormDefinition } from '../../domain/forms/types';
import { endingOf, eventOfChange, isPartyChange, type PartyEvent } from '../../domain/party';
import { closeQuestionsTo } from './close-questions-to';
import { endOtherCasesAbout } from './end-cases-about';
import { handOverQuestions } from './hand-over-questions';
import type { Recording } from './record-steps';

/**
 * Changes the party that a case is about, and writes it into the party's history. A party that has
 * left meanwhile stays as it is.
 */
export async function changePartyOf(
  recording: Recording,
  what: 'asReported' | 'excluded',
): Promise<void> {
  const { tx, forms, current, at } = recording;
  const { municipality_id: municipalityId, id: caseId, party_id: partyId } = current;
  if (!partyId) throw new Error('party.none');
  const party = await lockParty(tx, municipalityId, partyId);
  if (party.ended_on !== null) return;
  const { form_reference, answers } = await getApplication(tx, municipalityId, caseId);
  const form = forms.get(form_reference);
  const event = what === 'excluded' ? 'excluded' : reported(form, answers);
  await changeParty(tx, municipalityId, partyId, {
    ...changesBy(event, form, answers),
    ...(endingOf(event) && { ended_on: stockholmDate(at) }),
  });
  await addPartyEvent(tx, municipalityId, { id: partyId, caseId, event, at });
  if (endingOf(event)) {
    await endOtherCasesAbout(recording, partyId);
    await closeQuestionsTo(recording, partyId);
  }
  if (event === 'coordinatorChanged') {
    const { coordinator_name: name, coordinator_email: email } = newCoordinator(form, answers);
    await handOverQuestions(recording, partyId, { name, email });
  }
}

function reported(form: FormDefinition, answers: Answers): PartyEvent {
  const change = boundAnswer(form, 'partyChange', answers);
  if (!isPartyChange(change)) throw new Error('party.changeUnknown');
  return eventOfChange[change];
}

/** The columns of the register that an event changes, apart from the day it ends. */
function changesBy(event: PartyEvent, form: FormDefinition, answers: Answers) {
  if (event === 'coordinatorChanged') return newCoordinator(form, answers);
  if (event === 'signatoriesChanged') {
    return {
      signatories: JSON.stringify(boundPeople(form, 'signatories', answers)),
      signing_rule: boundSigningRule(form, answers),
    };
  }
  const ended_how = endingOf(event) ?? null;
  return event === 'merged'
    ? { ended_how, merged_into: boundAnswer(form, 'mergedInto', answers) ?? '' }
    : { ended_how };
}

function newCoordinator(form: FormDefinition, answers: Answers) {
  return {
    coordinator_name: boundAnswer(form, 'newCoordinatorName', answers) ?? '',
    coordinator_email: boundAnswer(form, 'newCoordinatorEmail', answers) ?? '',
    coordinator_postal: null,
    contact_published: boundAnswer(form, 'publishContact', answers) === 'yes',
  };
}
