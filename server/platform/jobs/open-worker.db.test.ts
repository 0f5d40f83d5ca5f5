import { expect, test, vi } from 'vitest';
import { entities } from '#server/entities.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import { transact } from '../ctx.ts';
import { openOrm } from '../orm.ts';
import { announce, type Delivered, outboxLag } from '../outbox.ts';
import { rowsOf, sql } from '../sql.ts';
import { countDeadLetters } from './dead-letters.ts';
import { defineJob, defineListener, type Job, type Listener } from './job.ts';
import { openWorker } from './open-worker.ts';
import { redriveDeadLetters } from './redrive.ts';
import { RELAY_HEARTBEAT } from './run-relay.ts';

async function work(world: World, { jobs = [], listeners = [] }: { jobs?: Job[]; listeners?: Listener[] }) {
  const worker = await openWorker({ orm: world.orm, url: world.url, jobs, listeners, now: () => world.now });
  return { [Symbol.asyncDispose]: () => worker.stop() };
}

function tell(world: World, topic: string, ...keys: string[]): Promise<void> {
  return transact(world.system(), (tx) => announce(tx, ...keys.map((key) => ({ topic, key, payload: { of: key } }))));
}

test('news reaches every listener of its topic and nobody else, with several workers each piece once', async () => {
  await using world = await openWorld();
  const heard: string[] = [];
  const hearAs = (name: string) => async (_ctx: unknown, news: Delivered) => void heard.push(`${name} ${news.key}`);
  const listeners = [
    defineListener({ name: 'settlement pays', topic: 'order.delivered', hear: hearAs('settlement') }),
    defineListener({ name: 'figures count', topic: 'order.delivered', hear: hearAs('figures') }),
    defineListener({ name: 'figures forget', topic: 'order.cancelled', hear: hearAs('cancelled') }),
  ];
  const numbers = Array.from({ length: 60 }, (_, at) => String(at));
  await tell(world, 'order.delivered', ...numbers);
  await tell(world, 'nobody.listens', '1');

  await using _one = await work(world, { listeners });
  await using _two = await work(world, { listeners });

  await vi.waitFor(() => expect(heard).toHaveLength(120), 10_000);
  expect(new Set(heard)).toEqual(new Set(numbers.flatMap((at) => [`settlement ${at}`, `figures ${at}`])));
  expect(await outboxLag(world.system())).toMatchObject({ waiting: 0 });
});

test('a listener that fails hears the same piece again, and its neighbours in the batch are not held back', async () => {
  await using world = await openWorld();
  const heard: string[] = [];
  const listener = defineListener({
    name: 'stumbles once',
    topic: 'order.paid',
    async hear(_ctx, { key }) {
      heard.push(key);
      if (key === 'b' && heard.filter((other) => other === 'b').length === 1) throw new Error('the bank was away');
    },
  });
  await tell(world, 'order.paid', 'a', 'b', 'c');

  await using _worker = await work(world, { listeners: [listener] });

  await vi.waitFor(() => expect(heard).toHaveLength(4), { timeout: 20_000, interval: 100 });
  expect(heard).toEqual(['a', 'b', 'c', 'b']);
});

test('a job that never ran has a heartbeat to miss, and one no longer written down has none', async () => {
  await using world = await openWorld();
  const names = async () =>
    (await rowsOf<{ name: string }>(world.system(), sql`select name from heartbeat order by name`)).map(
      ({ name }) => name,
    );
  const nightly = defineJob({ name: 'prove the books', cron: '0 3 * * *', run: async () => undefined });
  const hourly = defineJob({ name: 'count sales', everyMinutes: 60, run: async () => undefined });

  {
    await using _worker = await work(world, { jobs: [nightly, hourly] });
    await vi.waitFor(async () => expect(await names()).toEqual(['count sales', RELAY_HEARTBEAT, 'prove the books']));
  }
  await using _later = await work(world, { jobs: [hourly] });
  expect(await names()).toEqual(['count sales', RELAY_HEARTBEAT]);
  expect(await rowsOf(world.system(), sql`select name from jobs.schedule`)).toEqual([{ name: 'job/count-sales' }]);
});

test('two jobs of one name are refused before either runs', async () => {
  await using world = await openWorld();
  const job = defineJob({ name: 'twice', everyMinutes: 1, run: async () => undefined });

  await expect(work(world, { jobs: [job, job] })).rejects.toThrow('a name of its own');
});

test('news no listener could hear is kept, counted, and told again on demand', async () => {
  await using world = await openWorld();
  const heard: string[] = [];
  let mended = false;
  const listener = defineListener({
    name: 'fails for good',
    topic: 'order.paid',
    tries: 0,
    async hear(_ctx, { key }) {
      if (!mended) throw new Error('the address is wrong');
      heard.push(key);
    },
  });
  await tell(world, 'order.paid', 'a');
  await using _worker = await work(world, { listeners: [listener] });
  await vi.waitFor(async () => expect(await countDeadLetters(world.system())).toBe(1), {
    timeout: 10_000,
    interval: 100,
  });

  mended = true;
  expect(await redriveDeadLetters(world.url)).toBe(1);

  await vi.waitFor(() => expect(heard).toEqual(['a']), { timeout: 15_000, interval: 100 });
  expect(await countDeadLetters(world.system())).toBe(0);
});

test.runIf(process.env.TEST_APPLICATION_URL)(
  'the worker runs as the role of the application, which may make nothing outside its queue',
  async () => {
    await using world = await openWorld();
    const url = new URL(new URL(world.url).pathname, process.env.TEST_APPLICATION_URL).href;
    const orm = await openOrm({ url, entities, poolMax: 3 });
    const heard: string[] = [];
    const listener = defineListener({
      name: 'hears as the application',
      topic: 'order.paid',
      async hear(ctx, { key }) {
        const [row] = await rowsOf<{ role: string }>(ctx, sql`select current_user as role`);
        heard.push(`${key} ${row?.role}`);
      },
    });
    await tell(world, 'order.paid', 'a');

    const worker = await openWorker({ orm, url, jobs: [], listeners: [listener], now: () => world.now });
    try {
      await vi.waitFor(() => expect(heard).toEqual(['a qixiao_app']), { timeout: 15_000, interval: 100 });
    } finally {
      await worker.stop();
      await orm.close(true);
    }
  },
);
