import { Refusal } from '#server/platform/postgres/index.ts';

const slowMs = 4_000;

/** Runs one step and says so in one line. A step that takes long says first what it does. */
export async function step<T>(label: string, work: () => Promise<T>, remark?: (result: T) => string): Promise<T> {
  const started = performance.now();
  const patience = setTimeout(() => say(`  … ${label}`), slowMs);
  try {
    const result = await work();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`  ✓ ${label.padEnd(22)} ${seconds.padStart(6)} s  ${remark?.(result) ?? ''}`.trimEnd());
    return result;
  } finally {
    clearTimeout(patience);
  }
}

/** What a step that is done only when needed has to add. */
export function remarkOf(done: boolean): string {
  return done ? '' : 'unchanged';
}

export function say(line: string): void {
  console.log(line);
}

/** Runs a command's body: a refusal is one sentence, everything else is a bug and keeps its stack. */
export async function tell(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}
