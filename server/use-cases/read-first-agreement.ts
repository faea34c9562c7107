import type { Tx } from '../../database/database';
import { casesOfProcess, findCase, type Case } from '../../database/repositories/case.repository';
import {
  findDocumentByKey,
  readDocumentBytes,
} from '../../database/repositories/document.repository';
import {
  findAgreementDraft,
  invitedTo,
} from '../../database/repositories/first-agreement.repository';
import { getApplication, latestAnswer } from '../../database/repositories/submission.repository';
import { findCaseFile, type CaseFile } from '../../database/repositories/upload.repository';
import { surveyOf } from '../../database/survey';
import type {
  CompilationView,
  DeskFirstAgreementView,
  FirstAgreementsAnswer,
  FirstAgreementView,
} from '../../domain/api/first-agreement';
import { endOfDay } from '../../domain/calendar';
import { documentKey } from '../../domain/document-keys';
import { DomainError } from '../../domain/errors';
import type { Compilation } from '../../domain/first-agreement/compilation';
import { firstAgreementOf } from '../../domain/first-agreement/first-agreement';
import { stepsAt } from '../../domain/first-agreement/steps';
import type { Municipality } from '../../domain/municipality';
import { firstAgreement } from '../../domain/processes/first-agreement';
import { isId } from './read-desk-case';
import { isOpenToAll, meetingsWithin } from './read-forums';

/** The ways to a first agreement that everybody may read of, the latest first. */
export async function listFirstAgreements(
  tx: Tx,
  { id }: Municipality,
): Promise<FirstAgreementsAnswer['firstAgreements']> {
  const listed = [];
  for (const found of await casesOfProcess(tx, id, firstAgreement.name)) {
    if (await isOpenToAll(tx, found)) listed.push(found);
  }
  return listed.map(({ id: caseId, organisation_name: title }) => ({ caseId, title }));
}

/** The case an address names; throws `page.unknown` for any other, and for one that is secret. */
export async function requireFirstAgreement(
  tx: Tx,
  { id }: Municipality,
  caseId: string,
): Promise<Case> {
  const found = isId(caseId) ? await findCase(tx, id, caseId) : undefined;
  if (found?.process !== firstAgreement.name || !(await isOpenToAll(tx, found))) {
    throw new DomainError('page.unknown');
  }
  return found;
}

/** What everybody may read of the way to a first agreement. */
export async function readFirstAgreement(
  tx: Tx,
  municipality: Municipality,
  caseId: string,
  now: Date,
): Promise<FirstAgreementView> {
  const found = await requireFirstAgreement(tx, municipality, caseId);
  const { answers } = await getApplication(tx, municipality.id, found.id);
  const { contactName, contactEmail, ...commission } = firstAgreementOf(answers);
  const stand = await standOf(tx, found, now);
  const { survey, draft, steps, ended } = stand;
  return {
    ...commission,
    ...{ caseId: found.id, number: found.number, ended, steps },
    contact: { name: contactName, email: contactEmail },
    meetings: await meetingsWithin(tx, found, now),
    surveyOpenUntil: stand.isSurveyOpen && survey ? survey.collection.deadline : null,
    // Nobody answers with the others' answers before them.
    compilation: survey && !stand.isSurveyOpen ? compilationIn(survey.compilation) : null,
    hasCompilationDocument: (await compilationDocument(tx, found)) !== undefined,
    draft: draft
      ? {
          ...{ summary: draft.summary, met: draft.met, text: draft.text },
          file: draft.file && { name: draft.file.name, size: draft.file.size },
          hasDocument:
            (await findDocumentByKey(tx, municipality.id, draftKey(found))) !== undefined,
        }
      : null,
  };
}

/** What the desk knows beside the case; null for every other case. */
export async function deskFirstAgreement(
  tx: Tx,
  found: Case,
  now: Date,
): Promise<DeskFirstAgreementView | null> {
  if (found.process !== firstAgreement.name) return null;
  const { survey, steps, ended } = await standOf(tx, found, now);
  const invited = await invitedTo(tx, found.municipality_id, found.id);
  return {
    ...{ ended, steps },
    meetings: await meetingsWithin(tx, found, now),
    survey: survey
      ? {
          lastDay: survey.collection.deadline,
          ...{ asked: survey.compilation.asked, answered: survey.compilation.answered },
          open: survey.compilation.open,
        }
      : null,
    invited: invited.map(({ name, email, postal, language }) => ({
      name,
      email,
      postal,
      language,
    })),
  };
}

/** The last day of the survey while it is open to all; throws `survey.closed`. */
export async function requireOpenSurvey(tx: Tx, found: Case, now: Date): Promise<void> {
  const { isSurveyOpen } = await standOf(tx, found, now);
  if (!isSurveyOpen) throw new DomainError('survey.closed');
}

/** The PDF of the compilation, the latest; throws `document.unknown` while there is none. */
export async function readCompilationPdf(
  tx: Tx,
  municipality: Municipality,
  caseId: string,
): Promise<Buffer | Uint8Array> {
  const found = await requireFirstAgreement(tx, municipality, caseId);
  return bytesOf(tx, municipality, await compilationDocument(tx, found));
}

/** The PDF of the draft with how it came; throws `document.unknown` while there is none. */
export async function readDraftPdf(
  tx: Tx,
  municipality: Municipality,
  caseId: string,
): Promise<Buffer | Uint8Array> {
  const found = await requireFirstAgreement(tx, municipality, caseId);
  return bytesOf(tx, municipality, await findDocumentByKey(tx, municipality.id, draftKey(found)));
}

/** The file that has the draft's text; throws `document.unknown` where there is none. */
export async function readDraftFile(
  tx: Tx,
  municipality: Municipality,
  caseId: string,
): Promise<CaseFile> {
  const found = await requireFirstAgreement(tx, municipality, caseId);
  const draft = await findAgreementDraft(tx, municipality.id, found.id);
  const file = draft?.file && (await findCaseFile(tx, municipality.id, found.id, draft.file.id));
  if (!file) throw new DomainError('document.unknown');
  return file;
}

async function standOf(tx: Tx, found: Case, now: Date) {
  const { municipality_id: municipalityId, id: caseId } = found;
  const survey = await surveyOf(tx, found);
  const draft = await findAgreementDraft(tx, municipalityId, caseId);
  const closing = await latestAnswer(tx, municipalityId, { caseId, kind: 'closeWorkshops' });
  const ended = found.ending !== null;
  const isOver =
    survey !== undefined &&
    (survey.collection.closed_at !== null || now >= endOfDay(survey.collection.deadline));
  return {
    ...{ survey, draft, ended, isSurveyOpen: survey !== undefined && !isOver && !ended },
    steps: stepsAt({
      surveyOpened: survey !== undefined,
      surveyClosed: isOver,
      workshopsClosed: closing !== undefined,
      handedOver: draft !== undefined,
      ended,
    }),
  };
}

function compilationIn({ questions, ...counts }: Compilation): CompilationView {
  return {
    ...counts,
    questions: questions.map(({ id, invited, others }) => ({
      id,
      invited: [...invited],
      others: [...others],
    })),
  };
}

async function compilationDocument(tx: Tx, { municipality_id: municipalityId, id }: Case) {
  const owner = { id, agreement_version_id: null };
  const keyOf = (nth: number) => documentKey({ kind: 'surveyCompilation', nth }, owner, 'sv');
  return (
    (await findDocumentByKey(tx, municipalityId, keyOf(2))) ??
    (await findDocumentByKey(tx, municipalityId, keyOf(1)))
  );
}

function draftKey({ id }: Case): string {
  return documentKey({ kind: 'agreementDraft', nth: 1 }, { id, agreement_version_id: null }, 'sv');
}

async function bytesOf(
  tx: Tx,
  { id }: Municipality,
  filed: { id: string } | undefined,
): Promise<Buffer | Uint8Array> {
  const bytes = filed && (await readDocumentBytes(tx, id, filed.id));
  if (!bytes) throw new DomainError('document.unknown');
  return bytes;
}
