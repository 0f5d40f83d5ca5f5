import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '#server/platform/postgres/index.ts';

const patienceMs = 60_000;

/** Waits until the web process at this address answers that it is well. */
export async function untilHealthy(address: string, ending: AbortSignal): Promise<void> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    ending.throwIfAborted();
    const answer = await fetch(`${address}/healthz`).catch(() => null);
    if (answer?.ok) {
      return;
    }
    await sleep(50);
  }
  throw new Refusal(
    `The web process did not answer at ${address} within ${patienceMs / 1000} s; what it said stands above.`,
  );
}
