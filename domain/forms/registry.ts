import { DomainError } from '../errors';
import { definitionFaults } from './check-definition';
import { accessionApplication } from './definitions/accession-application';
import { accessionApplication2 } from './definitions/accession-application-2';
import { accessionCheck } from './definitions/accession-check';
import { accessionCountersignature } from './definitions/accession-countersignature';
import { accessionLapse } from './definitions/accession-lapse';
import { accessionOpinion } from './definitions/accession-opinion';
import { accessionPaperSignature } from './definitions/accession-paper-signature';
import { accessionReview } from './definitions/accession-review';
import { accessionReview2 } from './definitions/accession-review-2';
import { accessionSettle } from './definitions/accession-settle';
import { accessionSignature } from './definitions/accession-signature';
import { accessionSignature2 } from './definitions/accession-signature-2';
import { paperForm } from './paper';
import type { FormDefinition } from './types';

/** Every form version the installation knows. A submission pins its version, so none is ever removed. */
export interface FormRegistry {
  /** The form named `id@version`; throws `form.unknown`. */
  get(reference: string): FormDefinition;
}

/** Builds a registry; throws with all faults at once when a definition is incomplete. */
export function createFormRegistry(forms: readonly FormDefinition[]): FormRegistry {
  const references = forms.map(formReference);
  const twice = references.filter((reference, i) => references.indexOf(reference) !== i);
  const faults = [
    ...twice.map((reference) => `${reference} is registered twice`),
    ...forms.flatMap(definitionFaults),
  ];
  if (faults.length > 0) throw new Error(`forms are incomplete:\n${faults.join('\n')}`);
  const byReference = new Map(forms.map((form) => [formReference(form), form]));
  return {
    get(reference) {
      const [plain = '', variant] = reference.split(paperMark);
      const form = byReference.get(plain);
      if (!form) throw new DomainError('form.unknown');
      return variant === undefined ? form : paperForm(form);
    },
  };
}

/** After the reference of a form that was filled in from paper. */
const paperMark = '+paper';

/** `id@version`: how configuration, tasks and submissions name a form; with `+paper` as filled in from paper. */
export function formReference({
  id,
  version,
  paper,
}: Pick<FormDefinition, 'id' | 'version' | 'paper'>): string {
  return `${id}@${version}${paper ? paperMark : ''}`;
}

export const builtInForms: readonly FormDefinition[] = [
  accessionApplication,
  accessionApplication2,
  accessionReview,
  accessionReview2,
  accessionSignature,
  accessionSignature2,
  accessionLapse,
  accessionCheck,
  accessionOpinion,
  accessionCountersignature,
  accessionSettle,
  accessionPaperSignature,
];
