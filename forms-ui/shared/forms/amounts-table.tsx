interface Props {
  /** What the amounts are, for those who cannot see what stands beside them. */
  label: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Amounts by line and year with their sums; scrolls by itself where the screen is too narrow. */
export function AmountsTable({ label, header, rows }: Props) {
  return (
    <div className="amounts-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="amounts-table">
        <thead>
          <tr>
            {header.map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...figures], i) => (
            <tr key={i}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {figures.map((figure, position) => (
                <td key={position}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
