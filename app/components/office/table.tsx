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

/** More than these do not fit side by side on a phone. */
const COLUMNS_ON_A_PHONE = 3;

type TableProps<Row> = {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  empty?: ReactNode;
  captionHidden?: boolean;
};

/**
 * A ledger page: sticky head, numbers to the right. On a phone a wide one becomes a stack of cards, each value beside
 * its head, so that no amount is out of sight. Shows `empty` in place of no rows.
 */
export function Table<Row>({ caption, columns, rows, keyOf, empty, captionHidden = false }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const footed = columns.some((column) => column.foot !== undefined);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by the keyboard.
    <section className="table-scroll" aria-label={caption} tabIndex={0}>
      <table className={columns.length > COLUMNS_ON_A_PHONE ? 'table table-cards' : 'table'}>
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
                  <td key={column.id} className={column.numeric ? 'num' : undefined} data-label={wordsOf(column.head)}>
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
                <td
                  key={column.id}
                  className={column.numeric ? 'num' : undefined}
                  data-label={column.numeric ? wordsOf(column.head) : undefined}
                >
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

function wordsOf(head: ReactNode): string | undefined {
  return typeof head === 'string' ? head : undefined;
}
