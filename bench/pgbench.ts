import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MINIMAL_PRODUCTS } from './minimal-order.ts';

/** The minimal order as pgbench runs it: the same statements as minimalOrder, prepared, on the same tables. */
const script = `
\\set first random(1, ${MINIMAL_PRODUCTS - 2})
begin;
select id, left_over from minimal.stock where id in (:first, :first + 1, :first + 2) order by id for update;
update minimal.stock set left_over = left_over - 1 where id in (:first, :first + 1, :first + 2);
insert into minimal.orders (total) values (4500) returning id as order_id \\gset
insert into minimal.line (order_id, stock_id, count) select :order_id, unnest(array[:first, :first + 1, :first + 2]), 1;
commit;
`;

export type PgbenchFigures = { perSecond: number; averageMs: number };

/** Whether the machine has a pgbench; the embedded server brings none. */
export function hasPgbench(): boolean {
  return spawnSync('pgbench', ['--version']).status === 0;
}

/** Runs pgbench with so many clients for so many seconds: how many a second, and how long one took on average. */
export async function pgbench(url: string, clients: number, seconds: number): Promise<PgbenchFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'pgbench-'));
  try {
    const file = join(folder, 'order.sql');
    writeFileSync(file, script);
    const at = new URL(url);
    const options = ['-n', '-M', 'prepared', '-f', file, '-c', String(clients), '-j', '1', '-T', String(seconds), '-r'];
    const child = spawn(
      'pgbench',
      [...options, '-h', at.hostname, '-p', at.port, '-U', at.username, at.pathname.slice(1)],
      {
        cwd: folder,
        env: { ...process.env, PGPASSWORD: decodeURIComponent(at.password) },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let told = '';
    child.stdout.on('data', (chunk) => {
      told += chunk;
    });
    let wrong = '';
    child.stderr.on('data', (chunk) => {
      wrong += chunk;
    });
    const [code] = await once(child, 'exit');
    const tps = Number(/tps = ([\d.]+)/.exec(told)?.[1]);
    if (code !== 0 || !(tps > 0)) throw new Error(`pgbench did not run: ${wrong}`);
    const average = Number(/latency average = ([\d.]+)/.exec(told)?.[1]);
    return { perSecond: tps, averageMs: average };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
