import type { AgreementVersion } from '../../database/repositories/agreement.repository';
import type { DocumentEntry } from '../../database/repositories/document.repository';
import type { Task } from '../../database/repositories/task.repository';
import type {
  AgreementView,
  DocumentLink,
  MunicipalityView,
  PageWording,
} from '../../domain/api/shapes';
import { endOfDay } from '../../domain/calendar';
import { formText } from '../../domain/forms/summary';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';
import type { ProcessDefinition } from '../../domain/processes/definition';
import { dialogueForum } from '../../domain/processes/dialogue-forum';
import type { ProcessRegistry } from '../../domain/processes/registry';
import { wordingOf } from '../../domain/texts/process-texts';
import { offersNewsletter } from './subscribe';

export function municipalityView(
  municipality: Municipality,
  language: Language,
  processes: ProcessRegistry,
): MunicipalityView {
  const {
    id,
    name,
    agreementName,
    office,
    contactPoint,
    languages,
    defaultLanguage,
    keepDraftDays,
  } = municipality;
  return {
    id,
    name,
    agreementName: agreementName[language],
    office: office[language],
    contact: contactPoint,
    languages: [...languages],
    defaultLanguage,
    keepDraftDays,
    newsletter: offersNewsletter(municipality),
    forums: dialogueForum.name in municipality.processes,
    processes: processes
      .of(municipality)
      .filter(({ texts, begunBy }) => texts && begunBy === undefined)
      .map((process) => ({ address: process.address, title: processTitle(process, language) })),
  };
}

/** What a process is called. */
export function processTitle({ forms, name }: ProcessDefinition, language: Language): string {
  const [form] = forms;
  return form ? formText(form, language, 'title') : name;
}

/** How the page words a process; null for the accession, whose words the page has. */
export function pageWording(process: ProcessDefinition, language: Language): PageWording | null {
  const { ui, common } = wordingOf(process, language) ?? {};
  return ui && common ? { ui, common } : null;
}

export function agreementView(version: AgreementVersion, language: Language): AgreementView {
  const text = version.texts[language];
  return {
    id: version.id,
    version: version.version,
    adoptedOn: version.adopted_on,
    effectiveFrom: version.effective_from,
    fingerprint: version.fingerprint,
    title: text.title,
    introduction: [...text.introduction],
    accession: [...text.accession],
    principles: text.principles.map((principle) => ({
      ...principle,
      commitments: [...principle.commitments],
    })),
    developmentAreas: [...text.developmentAreas],
  };
}

export function documentLink(entry: DocumentEntry): DocumentLink {
  return {
    id: entry.id,
    title: entry.title,
    language: entry.language,
    createdAt: entry.created_at.toISOString(),
    sha256: entry.sha256,
    bytes: entry.size,
  };
}

/** A task is overdue when its last day has passed without an answer. */
export function isOverdue(task: Task, now: Date): boolean {
  return task.state === 'open' && now >= endOfDay(task.deadline);
}
