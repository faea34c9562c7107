import { inlineText } from '../inline-text';
import { valuesOf, type DeadlineParameters, isSameReader, mailTexts } from './letter';

/** A letter to the signatory. */
export interface SigningParameters extends DeadlineParameters {
  /** Who named the signatory in the application. */
  coordinator: { name: string; email: string };
  /** The agreement goes with the letter. */
  agreementAttached: boolean;
}

/** Who named the reader, and where: they may never have heard of the case. */
export function whySigning(parameters: SigningParameters): string {
  const { coordinator, recipient } = parameters;
  const t = mailTexts(parameters);
  const values = { ...valuesOf(parameters), coordinator: inlineText(coordinator.name) };
  const isSelf = isSameReader(coordinator, recipient);
  return t(isSelf ? 'signatureRequested.why.self' : 'signatureRequested.why.named', values);
}
