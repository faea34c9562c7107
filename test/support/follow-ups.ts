import { randomUUID } from 'node:crypto';
import { sodertalje } from '../../config/municipalities/sodertalje/municipality';
import { beginWheels } from '../../database/begin-wheels';
import { findAgreementInForce } from '../../database/repositories/agreement.repository';
import { insertCase } from '../../database/repositories/case.repository';
import { enterParty } from '../../database/repositories/party.repository';
import { reportsOf } from '../../database/repositories/report.repository';
import { insertSubmission } from '../../database/repositories/submission.repository';
import { addToOutbox } from '../../database/repositories/outbox.repository';
import { findWheel, planTurns, turnsOf } from '../../database/repositories/wheel.repository';
import { stockholmDate } from '../../domain/calendar';
import type { Answers } from '../../domain/forms/types';
import type {
  DeskCaseView,
  DeskTask,
  PaperLettersAnswer,
  PaperTaskView,
} from '../../domain/api/desk';
import type { LetterTemplate } from '../../domain/process';
import type { TaskView } from '../../domain/api/shapes';
import type { Municipality } from '../../domain/municipality';
import type { Database } from '../../database/database';
import { anApplication } from './applications';
import { CommitteeRoom, meetOn } from './committees';
import { eventually } from './eventually';
import { pdfText } from './pdf';
import type { Mail, System } from './system';

export const contactPoint = 'samverkan@sodertalje.example';
export const groupMembers = ['kommunen', 'foreningar'].map(
  (who) => `ledamot.${who}@sodertalje.example`,
);

/** A party in the register without the way there, which other tests walk. */
export async function insertParty(
  database: Database,
  { name, email, postal, at }: { name: string; email: string; postal?: string; at: Date },
  municipalityId = 'sodertalje',
): Promise<string> {
  return database.transaction(municipalityId, async (tx) => {
    const agreement = await findAgreementInForce(tx, municipalityId, stockholmDate(at));
    const caseId = randomUUID();
    const { answers } = anApplication({ organisationName: name, coordinatorEmail: email });
    await insertCase(tx, municipalityId, {
      ...{ id: caseId, process: 'accession', number: `KFN A/${caseId}`, number_key: caseId },
      ...{ state: 'completed', language: 'sv', organisation_name: name },
      ...{ organisation_number: null, agreement_version_id: agreement!.id },
      phase: JSON.stringify({ phase: 'confirm', generation: 1 }),
      opened_at: at,
      closed_at: at,
    });
    await insertSubmission(tx, municipalityId, {
      ...{ id: randomUUID(), case_id: caseId, task_id: null, submission_key: null },
      ...{ form_reference: 'accession-application@2', language: 'sv', answers: answers as Answers },
      ...{ sha256: caseId, submitted_at: at },
    });
    await enterParty(
      tx,
      municipalityId,
      {
        ...{ case_id: caseId, organisation_name: name, organisation_number: null },
        ...{ legal_form: null, coordinator_name: `Samordnare ${name}`, coordinator_email: email },
        ...{ coordinator_postal: postal ?? null, contact_published: false },
        ...{ agreement_version_id: agreement!.id, acceded_on: stockholmDate(at) },
        signatories: JSON.stringify([
          { name: 'Olof Berg', email: `firma.${email}`, capacity: 'chair' },
        ]),
        signing_rule: 'oneAlone',
      },
      at,
    );
    return caseId;
  });
}

/** Answers to every question that must be answered: ratings as they are given, in turn. */
export function ratingsFor({ pages }: TaskView['form'], ratings: readonly number[]): Answers {
  const fields = pages.flatMap((page) => page.fields).filter(({ type }) => type === 'rating');
  return Object.fromEntries(fields.map(({ id }, i) => [id, String(ratings[i % ratings.length])]));
}

/** The yearly follow-up as those who take part in it meet it. */
export class FollowUps {
  constructor(
    readonly system: System,
    private readonly clock: () => Date,
    private readonly municipality: Municipality = sodertalje,
  ) {}

  private get database(): Database {
    return this.system.server.database;
  }

  async beginWheel(): Promise<void> {
    await beginWheels(this.database, [this.municipality], this.clock());
    this.system.server.nudgeRelay();
    await eventually('the wheel is laid out', async () => (await this.turns()).length > 0);
  }

  /** The follow-up of a year, else this one, opens today, whatever day that is; returns its case. */
  async openToday(given?: number): Promise<string> {
    const { id } = this.municipality;
    const now = this.clock();
    const opensOn = stockholmDate(now);
    const year = given ?? Number(opensOn.slice(0, 'YYYY'.length));
    await this.database.transaction(id, async (tx) => {
      await planTurns(tx, id, [{ year, opensOn, state: 'planned' }]);
      const wheel = await findWheel(tx, id);
      if (wheel) await addToOutbox(tx, id, { wheelId: wheel.id, kind: 'look', at: now });
    });
    await this.beginWheel();
    return this.caseOf(year);
  }

  async addParty(name: string): Promise<string> {
    const email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}@foreningar.example`;
    await insertParty(this.database, { name, email, at: this.clock() }, this.municipality.id);
    return email;
  }

  /** A party whose coordinator has no e-mail. */
  async addPartyByPost(name: string, postal: string): Promise<void> {
    const party = { name, email: '', postal, at: this.clock() };
    await insertParty(this.database, party, this.municipality.id);
  }

  turns() {
    return this.database.transaction(this.municipality.id, (tx) =>
      turnsOf(tx, this.municipality.id),
    );
  }

  /** The case of a year's follow-up, as soon as it is opened. */
  caseOf(year: number): Promise<string> {
    return eventually(`the follow-up of ${year} is opened`, async () => {
      const turn = (await this.turns()).find((each) => each.year === year);
      return turn?.caseId ?? undefined;
    });
  }

  state(caseId: string): Promise<string> {
    return this.database.transaction(this.municipality.id, async (tx) => {
      const { state } = await tx
        .selectFrom('cases')
        .select('state')
        .where('id', '=', caseId)
        .executeTakeFirstOrThrow();
      return state;
    });
  }

  reports(caseId: string) {
    return this.database.transaction(this.municipality.id, (tx) =>
      reportsOf(tx, this.municipality.id, caseId),
    );
  }

  async numberOf(caseId: string): Promise<string> {
    const { number } = await this.database.transaction(this.municipality.id, (tx) =>
      tx.selectFrom('cases').select('number').where('id', '=', caseId).executeTakeFirstOrThrow(),
    );
    return number;
  }

  /** The letter with the questions of a case. */
  async asked(email: string, caseId: string): Promise<Mail> {
    const number = await this.numberOf(caseId);
    return this.system.mail(email, new RegExp(`hur fungerar samverkan\\?.*${number}$`));
  }

  /** What somebody reads who follows the link of a letter. */
  async read(mail: Mail): Promise<TaskView> {
    const { api, target } = await this.system.follow(mail);
    return api.read(`/api/${this.municipality.id}/tasks/${target.id}`);
  }

  async answer(mail: Mail, ratings: readonly number[], more: Answers = {}): Promise<TaskView> {
    const { form } = await this.read(mail);
    return this.system.answer(mail, { ...ratingsFor(form, ratings), ...more });
  }

  /** What the desk knows of the question to one of many. */
  async deskTask(caseId: string, respondent: string): Promise<DeskTask> {
    const registrar = await new CommitteeRoom(this.system, this.municipality.id).as('registrar');
    const { tasks } = await registrar.read<DeskCaseView>(this.deskCase(caseId));
    const task = tasks.find((each) => each.respondent === respondent);
    if (!task) throw new Error(`${respondent} is not asked`);
    return task;
  }

  /** The registrar enters what somebody has ticked on paper. */
  async enterFromPaper(
    { caseId, respondent, arrivedOn }: { caseId: string; respondent: string; arrivedOn: string },
    ratings: readonly number[],
    more: Answers = {},
  ): Promise<Response> {
    const registrar = await new CommitteeRoom(this.system, this.municipality.id).as('registrar');
    const { id } = await this.deskTask(caseId, respondent);
    const path = `${this.deskCase(caseId)}/tasks/${id}`;
    const { form } = await registrar.read<PaperTaskView>(path);
    const answers = { ...ratingsFor(form, ratings), ...more };
    return registrar.post(`${path}/answer`, { answers, arrivedOn });
  }

  /** The text of a letter of a case that waits to be posted to a party. */
  async posted(caseId: string, template: LetterTemplate, name: string): Promise<string> {
    const { id: municipalityId } = this.municipality;
    const registrar = await new CommitteeRoom(this.system, municipalityId).as('registrar');
    const path = `/api/${municipalityId}/desk/post`;
    const letter = await eventually(`${template} is printed`, async () =>
      (await registrar.read<PaperLettersAnswer>(path)).toPost.find(
        (each) =>
          each.caseId === caseId &&
          each.template === template &&
          each.recipientName === `Samordnare ${name}`,
      ),
    );
    const printed = await registrar.get(`${path}/${letter.id}/documents/${letter.documentId}`);
    return pdfText(new Uint8Array(await printed.arrayBuffer()));
  }

  private deskCase(caseId: string): string {
    return `/api/${this.municipality.id}/desk/cases/${caseId}`;
  }

  /** The contact point writes what the answers of a case show. */
  async comment(caseId: string, summary: string): Promise<void> {
    await this.system.answer(await this.latest(contactPoint, /Kommentera rapporten/, caseId), {
      summary,
    });
  }

  /** A member of the partnership group answers what the latest letter asks. */
  async review(caseId: string, member: string, answers: Answers): Promise<void> {
    await this.system.answer(await this.latest(member, /Granska rapporten/, caseId), answers);
  }

  /** The leading committee notes the report, at a meeting on the day it is now. */
  async note(caseId: string): Promise<void> {
    const day = stockholmDate(this.clock());
    await meetOn(this.system, 'KFN', day, this.municipality.id);
    const room = new CommitteeRoom(this.system, this.municipality.id);
    const matter = await room.matterOf(caseId, 'KFN');
    await room.decide(matter.caseId, {
      ...{ outcome: 'note', wording: 'Nämnden noterar rapporten.', adjustment: 'immediate' },
    });
    await room.minutes(matter.caseId, day, day);
  }

  async until(caseId: string, state: string): Promise<void> {
    await eventually(`it is ${state}`, async () => (await this.state(caseId)) === state);
  }

  /** The newest letter of a case to somebody whose question is not answered yet. */
  async latest(email: string, subject: RegExp, caseId: string): Promise<Mail> {
    const number = await this.numberOf(caseId);
    return eventually(`${email} is asked`, async () => {
      const mails = await this.system.mailsTo(email);
      const mail = mails.findLast((each) => {
        return subject.test(each.subject) && each.subject.endsWith(number);
      });
      if (!mail) return undefined;
      return (await this.read(mail)).state === 'open' ? mail : undefined;
    });
  }
}
