import { useId } from 'react';
import type { TableView } from '../../domain/follow-up/report-view';

/** A table that scrolls by itself, also by keyboard, where the screen is too narrow for it. */
export function ReportTable({ table }: { table: TableView }) {
  const { caption, header, rows, total } = table;
  const id = useId();
  const figures = header.map((_, column) => isFigures(rows.map((row) => row[column] ?? '')));
  return (
    <div className="report__scroll" role="group" aria-labelledby={id} tabIndex={0}>
      <table className="report__table">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            {header.map((title, column) => (
              <th scope="col" key={column} className={figures[column] ? 'report__figure' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], i) => (
            <tr key={i} className={total && i === rows.length - 1 ? 'report__total' : ''}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={column} className={figures[column + 1] ? 'report__figure' : ''}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Figures line up at the end, among cells with nothing in them too. */
function isFigures(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => /^[+−]?\d[\d.,\s]*%?$/u.test(cell));
}
