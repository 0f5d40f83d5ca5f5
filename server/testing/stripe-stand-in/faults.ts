/**
 * What can go wrong with one request. `before` nothing has happened at Stripe; `after` it has, and the caller does not
 * learn of it. A 500 after the effect is kept with its idempotency key and repeated, as Stripe does.
 */
export type Fault = {
  /** Such as `POST /v1/refunds`; ids are left out of the path. */
  on: string;
  does: 'error-before' | 'error-after' | 'reset-before' | 'reset-after' | 'slow' | 'busy';
  /** How long it takes, when slow. */
  ms?: number;
};

/** Faults to come, each for one request. */
export function openFaults() {
  const waiting: Fault[] = [];
  return {
    /** The next request of this kind goes wrong like this. */
    add: (fault: Fault): void => void waiting.push(fault),
    take(request: string): Fault | null {
      const at = waiting.findIndex((fault) => fault.on === request);
      return at === -1 ? null : (waiting.splice(at, 1)[0] ?? null);
    },
  };
}
export type Faults = ReturnType<typeof openFaults>;
