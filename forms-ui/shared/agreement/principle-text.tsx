import { Heading, List, Paragraph } from '@digdir/designsystemet-react';
import {
  commitmentsOf,
  type Commitment,
  type CommitmentSide,
  type Principle,
} from '../../../domain/agreement';
import type { Language } from '../../../domain/language';
import { useTexts } from '../i18n/use-texts';

const sides: readonly CommitmentSide[] = ['municipality', 'sector', 'both'];

interface Props {
  principle: Principle;
  number: number;
  language: Language;
  idPrefix: string;
}

/** One principle with its commitments, grouped by whose they are. */
export function PrincipleText({ principle, number, language, idPrefix }: Props) {
  const heading = `${idPrefix}principle-${principle.id}`;
  return (
    <section className="principle" aria-labelledby={heading}>
      <Heading level={3} data-size="xs" id={heading}>
        <span className="principle__number">{number}</span> {principle.title}
      </Heading>
      <Paragraph>{principle.text}</Paragraph>
      <div className="principle__sides">
        {sides.map((side) => (
          <Commitments
            key={side}
            side={side}
            commitments={commitmentsOf(principle, side)}
            language={language}
          />
        ))}
      </div>
    </section>
  );
}

interface CommitmentsProps {
  side: CommitmentSide;
  commitments: readonly Commitment[];
  language: Language;
}

function Commitments({ side, commitments, language }: CommitmentsProps) {
  const t = useTexts(language);
  if (commitments.length === 0) return null;
  return (
    <div className="commitments">
      <Heading level={4} data-size="2xs">
        {t(`agreement.sides.${side}`)}
      </Heading>
      <List.Unordered>
        {commitments.map(({ id, text }) => (
          <List.Item key={id}>{text}</List.Item>
        ))}
      </List.Unordered>
    </div>
  );
}
