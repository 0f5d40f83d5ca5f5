/** What a run of the same work gave: how many a second, and how long one took in the middle and at its worst hundredth. */
export type Figures = { name: string; perSecond: number; p50: number; p99: number; done: number; failed: number };

type Load = { name: string; workers: number; seconds: number; warmUpSeconds?: number };

/** Lets `workers` do the work again and again for so many seconds; work says whether it went well. */
export async function measure(load: Load, makeWorker: (index: number) => Promise<Work>): Promise<Figures> {
  const workers = await Promise.all(Array.from({ length: load.workers }, (_, index) => makeWorker(index)));
  await runFor(workers, load.warmUpSeconds ?? 1);
  const { times, failed, elapsed } = await runFor(workers, load.seconds);
  for (const worker of workers) worker.close?.();
  times.sort((a, b) => a - b);
  return {
    name: load.name,
    perSecond: times.length / elapsed,
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    done: times.length,
    failed,
  };
}

export type Work = { once: () => Promise<boolean>; close?: () => void };

async function runFor(workers: Work[], seconds: number) {
  const times: number[] = [];
  let failed = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    workers.map(async (worker) => {
      for (let now = performance.now(); now < end; ) {
        const good = await worker.once();
        const then = performance.now();
        if (good) times.push(then - now);
        else failed += 1;
        now = then;
      }
    }),
  );
  return { times, failed, elapsed: (performance.now() - start) / 1000 };
}

/** The middle of several runs of the same thing, by what it did a second. */
export function medianOf(runs: Figures[]): Figures {
  const sorted = [...runs].sort((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('no run to take the middle of');
  return { ...middle, failed: runs.reduce((sum, run) => sum + run.failed, 0) };
}

/** One line of the table: the figure, and what part of each limit it is. */
export function line(figures: Figures, limits: { name: string; figures: Figures }[]): string {
  const ratios = limits.map(
    (limit) => `${((figures.perSecond / limit.figures.perSecond) * 100).toFixed(0)} % of ${limit.name}`,
  );
  const failed = figures.failed > 0 ? ` · ${figures.failed} failed` : '';
  return [
    figures.name.padEnd(44),
    `${figures.perSecond.toFixed(0).padStart(7)}/s`,
    `p50 ${figures.p50.toFixed(2).padStart(7)} ms`,
    `p99 ${figures.p99.toFixed(2).padStart(7)} ms`,
    ratios.join(' · ') + failed,
  ].join('  ');
}
