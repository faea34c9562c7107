import type { ReactNode } from 'react';

interface Fact {
  label: string;
  value: ReactNode;
}

/** Label and value, line by line. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="fact-list">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
