/** An instant as JSON says it. Columns read by hand come as the database writes them, `2026-06-01 04:00:00+00`. */
export function instant(at: string | Date): string {
  return new Date(at).toISOString();
}
