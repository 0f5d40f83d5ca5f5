import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { type PostgresServer, startPostgres } from '#server/platform/postgres/index.ts';

const READY_MS = 30_000;
export const victims = ['web', 'worker', 'postgres'] as const;
export type Victim = (typeof victims)[number];

/** A whole shop of its own that may be killed: a durable database, web and worker as they are built. */
export class CrashShop implements AsyncDisposable {
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'crash-'));
  readonly #running = new Map<'web' | 'worker', ChildProcess>();
  #postgres: PostgresServer | undefined;
  #port = 0;
  pack = '';

  static async open(): Promise<CrashShop> {
    const shop = new CrashShop();
    try {
      // The database runs as a user of its own where we are root, and must reach its files.
      chmodSync(shop.#dataDir, 0o755);
      shop.#port = await freePort();
      await shop.#startPostgres();
      shop.pack = (await shop.#program('e2e/crash/shop-to-crash.ts')).trim();
      shop.#start('web');
      shop.#start('worker');
      await shop.untilReady();
      return shop;
    } catch (error) {
      await shop[Symbol.asyncDispose]();
      throw error;
    }
  }

  get address(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Ends it as a power cut would, and starts it again. */
  async crash(victim: Victim): Promise<void> {
    if (victim === 'postgres') {
      process.kill(this.#postgres?.pid ?? 0, 'SIGKILL');
      await this.#startPostgres();
    } else {
      const child = this.#running.get(victim);
      child?.kill('SIGKILL');
      if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      this.#start(victim);
    }
    await this.untilReady();
  }

  async untilReady(): Promise<void> {
    for (const until = Date.now() + READY_MS; Date.now() < until; await sleep(25)) {
      const answer = await fetch(`${this.address}/readyz`).catch(() => null);
      if (answer?.ok) return;
    }
    throw new Error(`the shop at ${this.address} did not come back within ${READY_MS / 1000} s`);
  }

  async rows<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.#url });
    await client.connect();
    try {
      return (await client.query<Row>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  /** What `npm run audit` says of the books; rejects when one of its proofs does not hold. */
  audit(): Promise<string> {
    return this.#program('server/cli/audit.ts');
  }

  async #startPostgres(): Promise<void> {
    const before = this.#postgres;
    this.#postgres = await startPostgres({ dataDir: this.#dataDir });
    // Gives back the share of the server that was killed, so that the last stop is the last.
    await before?.stop();
  }

  #start(name: 'web' | 'worker'): void {
    const entry = { web: 'build/server/main.js', worker: 'build/server/worker.js' }[name];
    const child = spawn(process.execPath, ['--import', './bin/tether.mjs', entry], {
      stdio: ['ignore', 'ignore', 'ignore'],
      env: this.#env,
    });
    this.#running.set(name, child);
  }

  async #program(path: string): Promise<string> {
    return (await promisify(execFile)(process.execPath, [path], { env: this.#env })).stdout;
  }

  get #url(): string {
    return this.#postgres?.url ?? '';
  }

  get #env(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: this.#url,
      DATA_DIR: this.#dataDir,
      HOST: '127.0.0.1',
      PORT: `${this.#port}`,
      PUBLIC_URL: this.address,
      LOG_LEVEL: 'silent',
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const child of this.#running.values()) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    }
    await this.#postgres?.stop();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}
