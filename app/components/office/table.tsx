import type { ReactNode } from 'react';

export type Column<Row> = {
  id: string;
  /** With the unit in it, where it has one. */
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** The one that names the row. */
  heading?: boolean;
  foot?: ReactNode;
};

type TableProps<Row> = {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  empty?: ReactNode;
  captionHidden?: boolean;
};

/** A ledger page: sticky head, numbers to the right, scrolls by itself on a phone. Shows `empty` in place of no rows. */
export function Table<Row>({ caption, columns, rows, keyOf, empty, captionHidden = false }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const footed = columns.some((column) => column.foot !== undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by the keyboard.
    <section className="table-scroll" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={column.numeric ? 'num' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) =>
                column.heading ? (
                  <th key={column.id} scope="row">
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={column.numeric ? 'num' : undefined}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
        {footed ? (
          <tfoot>
            <tr>
              {columns.map((column) => (
                <td key={column.id} className={column.numeric ? 'num' : undefined}>
                  {column.foot}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}
