import { formatDate, formatInstant } from '../../../domain/format';
import { translator } from '../../../domain/texts';
import type { Block, DocumentContent } from '../content';
import { agreementBlocks, versionRows, type AgreementVersion } from './agreement-blocks';
import { evidenceBlocks, isByHand, type Signature } from './signature-evidence';
import { caseFrame, heading, paragraph, type DocumentInput } from './frame';

export interface SignedAgreementInput extends DocumentInput, AgreementVersion {
  /** What is signed is the Swedish text. */
  language: 'sv';
  /** Diary number. */
  number: string;
  organisationName: string;
  organisationNumber?: string;
  /** Of the Swedish text, as the version keeps it, hexadecimal. */
  agreementFingerprint: string;
  /** In the order they were made; at least one. */
  signatures: readonly Signature[];
}

/** The agreement with an organisation's signature, and a page that says how the signature was made. */
export function composeSignedAgreement(input: SignedAgreementInput): DocumentContent {
  const { language, number, agreement, version, adoptedOn, effectiveFrom, signatures } = input;
  const { organisationName, organisationNumber } = input;
  const t = translator(language, 'document');
  return {
    ...caseFrame(input, { number, dated: signatures.at(-1)?.signedAt ?? input.createdAt }),
    // Never the title of the unsigned one: lists and files are told apart by it.
    title: t('signed.title'),
    blocks: [
      {
        kind: 'facts',
        rows: [
          { label: t('signed.text'), value: agreement.title },
          ...versionRows(input, language),
        ],
      },
      ...agreementBlocks(agreement, language),
      ...signatureBlocks(input),
      { kind: 'pageBreak' },
      ...evidenceBlocks(input),
    ],
    attachment: {
      name: 'signature.json',
      description: t('signed.attachment'),
      data: {
        number,
        organisationName,
        organisationNumber,
        agreement: {
          title: agreement.title,
          version,
          adoptedOn,
          effectiveFrom,
          fingerprint: input.agreementFingerprint,
        },
        signatures,
      },
    },
  };
}

function signatureBlocks(input: SignedAgreementInput): Block[] {
  const { municipality, language, organisationName, organisationNumber, signatures } = input;
  const t = translator(language, 'document');
  const by = (party: Signature['party']) => signatures.filter((each) => each.party === party);
  return [
    heading(2, t('signed.signature')),
    paragraph(
      t('signed.accedes', {
        organisation: organisationName,
        agreement: municipality.agreementName[language],
      }),
    ),
    {
      kind: 'facts',
      rows: [
        { label: t('signed.organisation'), value: organisationName },
        ...(organisationNumber === undefined
          ? []
          : [{ label: t('signed.organisationNumber'), value: organisationNumber }]),
        ...by('organisation').flatMap((signature) => signatureRows(input, signature)),
      ],
    },
    ...(by('municipality').length === 0 ? [] : municipalBlocks(input, by('municipality'))),
  ];
}

/** The municipality signs for itself, after the organisation. */
function municipalBlocks(input: SignedAgreementInput, signatures: readonly Signature[]): Block[] {
  const { municipality, language } = input;
  const t = translator(language, 'document');
  const rows = signatures.flatMap((signature) => signatureRows(input, signature));
  return [
    heading(2, t('signed.forMunicipality')),
    {
      kind: 'facts',
      rows: [{ label: t('signed.municipality'), value: municipality.name }, ...rows],
    },
  ];
}

function signatureRows({ language }: SignedAgreementInput, signature: Signature) {
  const { party, signedName, signedRole, signedAt } = signature;
  const t = translator(language, 'document');
  return [
    { label: t('signed.name'), value: signedName },
    {
      label: t(party === 'organisation' ? 'signed.role' : 'signed.roleInMunicipality'),
      value: signedRole,
    },
    isByHand(signature)
      ? { label: t('signed.on'), value: formatDate(signature.signedOn, language) }
      : { label: t('signed.at'), value: formatInstant(signedAt, language) },
  ];
}
