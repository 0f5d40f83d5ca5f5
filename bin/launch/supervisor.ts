import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { say } from './narrate.ts';

/** A small young generation: pages live for milliseconds, and what is not grown need not be kept. */
const heap = ['--max-semi-space-size=4'];

const firstPauseMs = 500;
const longestPauseMs = 30_000;
const steadyMs = 60_000;
const politeMs = 10_000;

/** A process that is kept running until stop(). */
export type Kept = { stop(): Promise<void> };

/** Starts a program and starts it again when it ends, each time after a longer pause while it cannot stay up. */
export function keepRunning(name: string, args: string[], env: () => Record<string, string>): Kept {
  let child: ChildProcess;
  let stopping = false;
  let pauseMs = firstPauseMs;
  let retry: NodeJS.Timeout | undefined;

  function start(): void {
    const startedAt = performance.now();
    child = spawn(process.execPath, [...heap, '--import', './bin/tether.mjs', ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'production', ...env() },
    });
    child.once('exit', (code, signal) => {
      if (stopping) {
        return;
      }
      pauseMs = performance.now() - startedAt > steadyMs ? firstPauseMs : Math.min(pauseMs * 2, longestPauseMs);
      say(`  ! ${name} ended (${signal ?? `exit ${code}`}); it starts again in ${pauseMs / 1000} s`);
      retry = setTimeout(start, pauseMs);
    });
  }

  start();
  return {
    async stop() {
      stopping = true;
      clearTimeout(retry);
      await endPolitely(child);
    },
  };
}

/** SIGTERM, ten seconds to finish what is under way, then the end. */
export async function endPolitely(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), politeMs);
  await ended;
  clearTimeout(insist);
}
