import type { ReactNode } from 'react';

export type DefinitionRow = { term: string; value: ReactNode };

/** Facts as term and value: label facts, a certificate, an address. Rows without a value are left out. */
export function DefinitionTable({ caption, rows }: { caption?: string; rows: DefinitionRow[] }) {
  const known = rows.filter((row) => row.value !== null && row.value !== undefined && row.value !== '');
  return (
    <table className="definitions">
      {caption ? <caption>{caption}</caption> : null}
      <tbody>
        {known.map((row) => (
          <tr key={row.term}>
            <th scope="row">{row.term}</th>
            <td>{row.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
