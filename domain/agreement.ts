/** Whose promise a commitment is (002, section 2). */
export type CommitmentSide = 'municipality' | 'sector' | 'both';

export interface Commitment {
  /** Stable across languages and versions, e.g. `long-term.municipality.1`. */
  id: string;
  side: CommitmentSide;
  text: string;
}

export interface Principle {
  id: string;
  title: string;
  text: string;
  commitments: readonly Commitment[];
}

export interface DevelopmentArea {
  id: string;
  title: string;
  text: string;
}

/** The agreement in one language. Every language has the same ids in the same order. */
export interface AgreementText {
  title: string;
  /** Paragraphs. */
  introduction: readonly string[];
  /** Paragraphs on what acceding and signing mean. */
  accession: readonly string[];
  principles: readonly Principle[];
  developmentAreas: readonly DevelopmentArea[];
}

/** Commitments of one side, in the principle's order. */
export function commitmentsOf(principle: Principle, side: CommitmentSide): readonly Commitment[] {
  return principle.commitments.filter((commitment) => commitment.side === side);
}
