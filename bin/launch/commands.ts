import { spawn } from 'node:child_process';
import { Refusal } from '#server/platform/postgres/index.ts';

const excerptLinesMax = 60;

export type Outcome = { code: number; output: string };

type Command = {
  args: string[];
  env?: Record<string, string>;
  /** 'show' writes through to the terminal; 'keep' collects, to be shown only when something went wrong. */
  output: 'show' | 'keep';
  signal?: AbortSignal;
};

/** Runs one of our own programs under this Node and waits for it. An abort ends it politely. */
export function runNode({ args, env, output, signal }: Command): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      return resolve({ code: 130, output: '' });
    }
    const child = spawn(process.execPath, ['--import', './bin/tether.mjs', ...args], {
      stdio: ['ignore', output === 'show' ? 'inherit' : 'pipe', output === 'show' ? 'inherit' : 'pipe'],
      env: { ...process.env, ...env },
    });
    let kept = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      kept += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      kept += text;
    });
    const end = () => child.kill('SIGTERM');
    signal?.addEventListener('abort', end);
    child.once('error', reject);
    child.once('close', (code) => {
      signal?.removeEventListener('abort', end);
      resolve({ code: code ?? 1, output: kept });
    });
  });
}

/** Like runNode, for a step nothing can go on without: its output is shown when it fails. */
export async function mustRun(
  what: string,
  args: string[],
  env: Record<string, string>,
  signal?: AbortSignal,
): Promise<string> {
  const { code, output } = await runNode({ args, env, output: 'keep', ...(signal && { signal }) });
  signal?.throwIfAborted();
  if (code !== 0) {
    console.error(excerpt(output));
    throw new Refusal(`${what} failed; what it said stands above.`);
  }
  return output;
}

/** A failed build can list every file it read; what went wrong stands at its beginning or its end. */
export function excerpt(output: string): string {
  const lines = output.trimEnd().split('\n');
  return lines.length <= excerptLinesMax
    ? lines.join('\n')
    : [...lines.slice(0, excerptLinesMax / 2), '…', ...lines.slice(-excerptLinesMax / 2)].join('\n');
}

/** Runs several at once; when one fails the others are ended too, so that nothing goes on behind a refusal. */
export async function allOrNone(
  ending: AbortSignal,
  start: (signal: AbortSignal) => Promise<unknown>[],
): Promise<void> {
  const failing = new AbortController();
  const works = start(AbortSignal.any([ending, failing.signal]));
  try {
    await Promise.all(works);
  } catch (error) {
    failing.abort();
    await Promise.allSettled(works);
    throw error;
  }
}

/** Aborts on the first of the polite signals. npm and the terminal often send two: the second changes nothing. */
export function onPoliteEnd(): AbortSignal {
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => ending.abort(new Refusal('Stopped before it was ready.')));
  }
  return ending.signal;
}
