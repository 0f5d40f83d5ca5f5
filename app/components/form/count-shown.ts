type Typed = Record<string, unknown> | null | undefined;

/**
 * What stands in the field for a line's count: what was typed into a form that was not taken, empty too, else what is
 * proposed. Lines stand in the form in the order in which they come back: `lines[0].count`, `lines[1].count`.
 */
export function countShown(typed: Typed, index: number, proposed: number): unknown {
  if (!typed) return String(proposed);
  const line: unknown = Array.isArray(typed.lines) ? typed.lines[index] : undefined;
  return typeof line === 'object' && line !== null && 'count' in line ? line.count : '';
}
