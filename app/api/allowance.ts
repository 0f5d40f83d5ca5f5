import { DomainError } from '#server/kernel/errors.ts';

/** How many requests of one address within how long. */
export type Allowance = { times: number; seconds: number };

const ADDRESSES_MAX = 20_000;
/** A neighbour on this machine: a proxy that does not say for whom it asks, or a measurement. One count for all would shut out everybody. */
const OWN_MACHINE = /^(?:127\.|::1$|::ffff:127\.|unknown$)/;

/**
 * Keeps one address from taking a process for itself. Counted in memory: a statement for each request would cost more than
 * most requests do, and no secret here is short enough to be guessed. Refuses with `access.too-many-tries`.
 */
export function openAllowance({ times, seconds }: Allowance): (address: string, nowMs: number) => void {
  const windows = new Map<string, { count: number; untilMs: number }>();
  return (address, nowMs) => {
    if (OWN_MACHINE.test(address)) return;
    const window = windows.get(address);
    if (!window || window.untilMs <= nowMs) {
      if (windows.size >= ADDRESSES_MAX) windows.clear();
      windows.set(address, { count: 1, untilMs: nowMs + seconds * 1_000 });
      return;
    }
    window.count += 1;
    if (window.count > times) {
      throw new DomainError('throttled', 'access.too-many-tries', {
        seconds: Math.ceil((window.untilMs - nowMs) / 1_000),
      });
    }
  };
}
