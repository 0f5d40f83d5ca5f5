/** The six ways the trade says no. A bug is not one of them: see assert(). */
export type ErrorKind = 'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'throttled' | 'unavailable';

/** One HTTP status per kind; a kind without a status does not compile. */
export const httpStatusOf: Record<ErrorKind, number> = {
  invalid: 422,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  throttled: 429,
  unavailable: 503,
};

export type ErrorParams = Record<string, string | number>;

/** A refusal. `code` is `module.reason`; the sentence is made where it is read, from `errors.<code>` and the params. */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly params: ErrorParams;

  constructor(kind: ErrorKind, code: string, params: ErrorParams = {}) {
    super(code);
    this.name = 'DomainError';
    this.kind = kind;
    this.code = code;
    this.params = params;
  }
}

/** Something that can only be false through a bug of ours. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** Stops when what must hold does not; never used for input or for a refusal. */
export function assert(condition: unknown, whatShouldHold: string): asserts condition {
  if (!condition) throw new AssertionError(whatShouldHold);
}

/** The value, or a bug: for look-ups that cannot fail by construction. */
export function present<T>(value: T | null | undefined, what: string): T {
  assert(value !== null && value !== undefined, `${what} is missing`);
  return value;
}
