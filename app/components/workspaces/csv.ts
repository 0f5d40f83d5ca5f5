/** Excel takes a file for UTF-8 only when it begins like this. */
const BYTE_ORDER_MARK = '\uFEFF';
/** A cell that begins so would be worked out as a formula; a number of ours may begin with a minus. */
const FORMULA = /^(?:[=+@\t\r]|-(?!\d))/;

/** A table as Excel opens it by a double click. */
export function csvOf(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  const text = FORMULA.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
