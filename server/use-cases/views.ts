import type { AgreementVersion } from '../../database/repositories/agreement.repository';
import type { DocumentEntry } from '../../database/repositories/document.repository';
import type { Task } from '../../database/repositories/task.repository';
import type { AgreementView, DocumentLink, MunicipalityView } from '../../domain/api/shapes';
import { endOfDay } from '../../domain/calendar';
import type { Language } from '../../domain/language';
import type { Municipality } from '../../domain/municipality';

export function municipalityView(municipality: Municipality, language: Language): MunicipalityView {
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
  };
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
