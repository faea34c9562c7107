import { useId, type ReactNode } from 'react';

interface Props {
  /** Names the table for those who cannot see what stands around it. */
  caption: string;
  columns: readonly string[];
  /** On a narrow screen the cells of a row stand under each other, each with its `data-label`. */
  stacks?: true;
  /** Rows of the table's body. */
  children: ReactNode;
}

/** A table that scrolls by itself, also by keyboard, where the screen is too narrow for it. */
export function DeskTable({ caption, columns, stacks, children }: Props) {
  const id = useId();
  return (
    <div className="desk-scroll" role="region" aria-labelledby={id} tabIndex={0}>
      <table className={stacks ? 'desk-table desk-table--stacks' : 'desk-table'}>
        <caption id={id} className="ds-sr-only">
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** A smaller line under what a cell says. */
export function Detail({ children }: { children: ReactNode }) {
  return <span className="desk-table__detail">{children}</span>;
}
