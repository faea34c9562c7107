import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/database';
import { insertCase } from '../../database/repositories/case.repository';
import { lettersOfCase } from '../../database/repositories/letter.repository';
import { insertSubmission } from '../../database/repositories/submission.repository';
import type { Answers } from '../../domain/forms/types';
import type { DeskCaseView, SignedInTaskView } from '../../domain/api/desk';
import type { ForumView } from '../../domain/api/forum';
import { ApiClient } from './api-client';
import { anApplication } from './applications';
import { CommitteeRoom } from './committees';
import { eventually } from './eventually';
import type { System } from './system';
import { aPdf } from './uploads';

/** An announcement as somebody at the desk writes it; the day is for the test to choose. */
export function anAnnouncement(answers: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    title: 'Unga och föreningslivet',
    begins: '17:30',
    ends: '20:00',
    place: 'Stadshuset, Campusgatan 26',
    agenda: '17.30 Vi äter något\n18.00 Samtal i grupper\n19.30 Vad gör vi nu?',
    nonDiscrimination: true,
    languages: 'Svenska, tolkning till finska',
    facilitator: 'Samtalsbyrån',
    facilitatorCost: '20 000',
    otherCost: '3 000',
    ...answers,
  };
}

/** Somebody who may sign, and whether they did at the forum. */
export function signatory(name: string, capacity: string, signedThere: 'yes' | 'no') {
  return { name, email: `${name.toLowerCase()}@forening.example`, capacity, signedThere };
}

/** An organisation that signed at a forum, as the registrar enters it. */
export function anOrganisation(answers: Record<string, unknown>): Record<string, unknown> {
  return {
    ...anApplication({ organisationName: 'Kvarnens vänner' }).answers,
    ...{ coordinatorName: 'Karin', coordinatorEmail: 'karin@forening.example' },
    ...{ signatories: [signatory('Karin', 'chair', 'yes')], signingRule: 'oneAlone' },
    ...answers,
  };
}

/** A forum's case without its process, which other tests begin. */
export async function insertForum(
  tx: Tx,
  municipalityId: string,
  answers: unknown,
): Promise<string> {
  const [id, at] = [randomUUID(), new Date()];
  await insertCase(tx, municipalityId, {
    ...{ id, process: 'dialogueForum', number: `KFN F/${id}`, number_key: id },
    ...{ state: 'awaitingReplies', language: 'sv', organisation_name: 'Unga och föreningslivet' },
    ...{ organisation_number: null, agreement_version_id: null, opened_at: at, closed_at: null },
    phase: JSON.stringify({ phase: 'announce', generation: 1 }),
  });
  await insertSubmission(tx, municipalityId, {
    ...{ id: randomUUID(), case_id: id, task_id: null, submission_key: null, language: 'sv' },
    ...{ form_reference: 'dialogue-forum@1', answers: answers as Answers },
    ...{ sha256: id, submitted_at: at },
  });
  return id;
}

/** Dialogue forums as those meet them who arrange them and those who come. */
export class Forums {
  readonly room: CommitteeRoom;

  constructor(
    readonly system: System,
    readonly municipality = 'sodertalje',
  ) {
    this.room = new CommitteeRoom(system, municipality);
  }

  async announce(answers: Record<string, unknown>): Promise<string> {
    const response = await this.tryToAnnounce(answers);
    if (response.status !== 201) throw new Error(await response.text());
    return ((await response.json()) as { caseId: string }).caseId;
  }

  async tryToAnnounce(answers: Record<string, unknown>): Promise<Response> {
    const officer = await this.room.as('officer');
    const body = { submissionKey: randomUUID(), answers: anAnnouncement(answers) };
    return officer.post(this.room.path('begin', 'dialogue-forum'), body);
  }

  async change(caseId: string, answers: Record<string, unknown>): Promise<Response> {
    const officer = await this.room.as('officer');
    const path = this.room.path('cases', caseId, 'forum');
    return officer.post(path, { answers: anAnnouncement(answers) });
  }

  /** What everybody reads. */
  read(caseId: string): Promise<ForumView> {
    return new ApiClient(this.system.url).read(`/api/${this.municipality}/forums/${caseId}`);
  }

  atDesk(caseId: string): Promise<DeskCaseView> {
    return this.room.read(caseId);
  }

  register(caseId: string, answers: Record<string, unknown>): Promise<Response> {
    return new ApiClient(this.system.url).post(
      `/api/${this.municipality}/forums/${caseId}/registrations`,
      { answers },
    );
  }

  /** Enters an organisation that signed there. */
  async enter(
    caseId: string,
    answers: Record<string, unknown>,
    submissionKey: string = randomUUID(),
  ): Promise<Response> {
    const registrar = await this.room.as('registrar');
    const path = this.room.path('cases', caseId, 'forum', 'accession');
    return registrar.post(path, { submissionKey, answers });
  }

  /** Files a presentation with the case, as an answer names it. */
  async file(caseId: string, name: string): Promise<unknown> {
    const registrar = await this.room.as('registrar');
    const path = this.room.path('cases', caseId, 'files');
    const response = await registrar.upload(path, name, new Uint8Array(aPdf()));
    if (response.status !== 201) throw new Error(await response.text());
    return response.json();
  }

  /** Writes down what was said, when it has been asked. */
  async writeNotes(caseId: string, answers: Record<string, unknown>): Promise<void> {
    const task = await eventually('notes are asked for', async () =>
      (await this.atDesk(caseId)).tasks.find(
        ({ kind, state }) => kind === 'notes' && state === 'open',
      ),
    );
    const officer = await this.room.as('officer');
    const path = this.room.path('cases', caseId, 'tasks', task.id);
    await officer.read<SignedInTaskView>(`${path}/form`);
    const response = await officer.post(`${path}/signed-in-answer`, { answers });
    if (response.status !== 204) throw new Error(await response.text());
  }

  /** How many had registered, whoever they were. */
  async registrations(caseId: string): Promise<number> {
    const rows = await this.system.server.database.transaction(this.municipality, (tx) =>
      tx.selectFrom('forum_registration').select('id').where('case_id', '=', caseId).execute(),
    );
    return rows.length;
  }

  /** The templates of the letters of a case to an address, in their order. */
  async lettersTo(caseId: string, email: string): Promise<string[]> {
    const letters = await this.system.server.database.transaction(this.municipality, (tx) =>
      lettersOfCase(tx, this.municipality, caseId),
    );
    return letters
      .filter(({ recipient_email: to }) => to === email)
      .map(({ template }) => template);
  }

  until(caseId: string, state: string): Promise<unknown> {
    return eventually(`it is ${state}`, async () => (await this.atDesk(caseId)).state === state);
  }
}
