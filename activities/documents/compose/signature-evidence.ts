import { formatDate, formatInstant } from '../../../domain/format';
import { translator } from '../../../domain/texts';
import type { Block } from '../content';
import { heading, paragraph } from './frame';

/** What is known about every signature. */
interface Signed {
  /** For whom the person signed. */
  party: 'organisation' | 'municipality';
  /** As the person wrote them. */
  signedName: string;
  signedRole: string;
  /** ISO instant the answer was received. */
  signedAt: string;
  /** Whom the question was for. */
  assigneeName: string;
  /** Of the stored answer, hexadecimal. */
  answerSha256: string;
}

/** Made on the page, by the link that was mailed, perhaps with a code as well. */
interface ByLink extends Signed {
  identifiedBy: 'mailbox' | 'mailboxAndCode';
  /** ISO instant, where it is known. */
  linkSentAt?: string;
  /** Of the PDF that was shown, hexadecimal. */
  agreementDocumentSha256: string;
}

/** Made by hand and recorded by an official; `signedAt` is when that was. */
interface ByHand extends Signed {
  identifiedBy: 'paper' | 'forum';
  /** `YYYY-MM-DD` */
  signedOn: string;
  place: string;
  /** What the official saw: the person sign, or the signed paper only. */
  seen: 'signing' | 'paper';
  /** The official's name. */
  recordedBy: string;
  scan: { name: string; sha256: string };
}

export type Signature = ByLink | ByHand;

export function isByHand(signature: Signature): signature is ByHand {
  return signature.identifiedBy === 'paper' || signature.identifiedBy === 'forum';
}

interface Evidence {
  /** What is signed is the Swedish text. */
  language: 'sv';
  signatures: readonly Signature[];
  /** Of the Swedish text, as the version keeps it, hexadecimal. */
  agreementFingerprint: string;
}

/** How each signature was made and by what its maker was identified; never more than is known. */
export function evidenceBlocks(input: Evidence): Block[] {
  const { language, signatures } = input;
  const t = translator(language, 'document');
  const byHand = signatures.filter(isByHand);
  const byLink = signatures.filter((each) => !isByHand(each));
  const withCode = byLink.some(({ identifiedBy }) => identifiedBy === 'mailboxAndCode');
  return [
    heading(2, t('signed.evidence')),
    paragraph(t('signed.evidenceIntro')),
    ...(byLink.length > 0
      ? [paragraph(t(byHand.length > 0 ? 'signed.mailboxOfSome' : 'signed.mailbox'))]
      : []),
    ...(withCode ? [paragraph(t('signed.code'))] : []),
    ...(byHand.length > 0 ? [paragraph(t('signed.byHand'))] : []),
    ...signatures.flatMap((signature) => identification(input, signature)),
    heading(3, t('signed.fingerprints')),
    paragraph(
      byLink.length > 0
        ? `${t('signed.fingerprintsText')} ${t('signed.fingerprintsShown')}`
        : t('signed.fingerprintsText'),
    ),
    { kind: 'facts', rows: fingerprints(input) },
  ];
}

/** How one person was identified. */
function identification({ language, signatures }: Evidence, signature: Signature): Block[] {
  const rows = isByHand(signature) ? handRows(language, signature) : linkRows(language, signature);
  const facts: Block = { kind: 'facts', rows };
  return signatures.length === 1 ? [facts] : [heading(3, signature.signedName), facts];
}

const linkTexts = {
  mailbox: 'signed.identifiedByMailbox',
  mailboxAndCode: 'signed.identifiedByMailboxAndCode',
} as const;

function linkRows(
  language: Evidence['language'],
  { identifiedBy, assigneeName, linkSentAt, signedAt }: ByLink,
) {
  const t = translator(language, 'document');
  return [
    { label: t('signed.identifiedBy'), value: t(linkTexts[identifiedBy]) },
    { label: t('signed.assignee'), value: assigneeName },
    ...(linkSentAt === undefined
      ? []
      : [{ label: t('signed.linkSentAt'), value: formatInstant(linkSentAt, language) }]),
    { label: t('signed.signedAt'), value: formatInstant(signedAt, language) },
  ];
}

function handRows(language: Evidence['language'], signature: ByHand) {
  const { identifiedBy, assigneeName, signedOn, place, seen, recordedBy, signedAt, scan } =
    signature;
  const t = translator(language, 'document');
  return [
    {
      label: t('signed.identifiedBy'),
      value: t(identifiedBy === 'forum' ? 'signed.atForum' : 'signed.onPaper'),
    },
    { label: t('signed.askedFor'), value: assigneeName },
    { label: t('signed.on'), value: formatDate(signedOn, language) },
    { label: t('signed.place'), value: place },
    {
      label: t('signed.seen'),
      value: t(seen === 'signing' ? 'signed.seenSigning' : 'signed.seenPaper', {
        name: recordedBy,
      }),
    },
    { label: t('signed.recordedAt'), value: formatInstant(signedAt, language) },
    { label: t('signed.scan'), value: scan.name },
    { label: t('signed.scanFingerprint'), value: scan.sha256 },
  ];
}

/** All were shown the same file; each gave an answer of their own. */
function fingerprints({ language, agreementFingerprint, signatures }: Evidence) {
  const t = translator(language, 'document');
  const shown = signatures.flatMap((each) =>
    isByHand(each) ? [] : [each.agreementDocumentSha256],
  );
  return [
    ...[...new Set(shown)].map((value) => ({ label: t('signed.fileFingerprint'), value })),
    { label: t('signed.textFingerprint'), value: agreementFingerprint },
    ...signatures.map((signature) => ({
      label: answerLabel(language, signatures, signature),
      value: signature.answerSha256,
    })),
  ];
}

function answerLabel(
  language: Evidence['language'],
  signatures: readonly Signature[],
  signature: Signature,
): string {
  const t = translator(language, 'document');
  const { signedName: name } = signature;
  if (isByHand(signature)) return t('signed.recordFingerprintOf', { name });
  return signatures.length === 1
    ? t('signed.answerFingerprint')
    : t('signed.answerFingerprintOf', { name });
}
