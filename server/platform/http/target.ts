/** Why an address is not even looked at. */
export type TargetFault = 'too-long' | 'malformed';

const TARGET_LENGTH_MAX = 4_096;
/** An older way to ask one loader of a page by its name. Our pages never do; what it answers is an error. */
const ROUTE_BY_NAME = /[?&](?:_|%5F)data=/i;

/**
 * What is wrong with the address of a request, if anything: too long, escapes that are no UTF-8, or a NUL, which no text
 * of the database can hold. Asked first, so that nothing behind has to think of it.
 */
export function targetFault(target: string): TargetFault | null {
  if (target.length > TARGET_LENGTH_MAX) return 'too-long';
  if (!target.startsWith('/') || ROUTE_BY_NAME.test(target)) return 'malformed';
  if (!target.includes('%')) return null;
  if (target.includes('%00')) return 'malformed';
  try {
    decodeURIComponent(target.replaceAll('+', ' '));
    return null;
  } catch {
    return 'malformed';
  }
}
