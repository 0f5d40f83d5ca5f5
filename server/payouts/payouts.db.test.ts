import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { proposeDeduction } from '#server/dues/index.ts';
import { addDays, businessDayOf } from '#server/kernel/calendar.ts';
import { present } from '#server/kernel/errors.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { run, sql } from '#server/platform/index.ts';
import {
  confirmStatement,
  getStatement,
  objectStatement,
  resolveObjection,
  settleSilent,
  stateDues,
} from '#server/statements/index.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import {
  approvePayout,
  assemblePayout,
  assembleRest,
  exportBankFile,
  getPayout,
  importBankResults,
  openRun,
  payInCash,
} from './index.ts';
import {
  aBookkeeper,
  aConfirmedStatement,
  aMaturedOrder,
  aStatement,
  slowly,
  withCards,
} from './settlement.factory.ts';

const DAY = 24 * 60;

/** Households with a matured sale each, of one jar at 25 yuan to the household. */
async function sold(world: World, households = 1) {
  const made = [];
  for (let each = 0; each < households; each += 1) {
    const jar = await world.jar({ packs: 10, agreedPrice: 5000 });
    const order = await aPaidOrder(world, [{ pack: jar.pack.code, count: 1 }]);
    await aMaturedOrder(world, jar.seller, order.number);
    made.push({ ...jar, order });
  }
  await withCards(world);
  return made;
}

async function balance(world: World, kind: string): Promise<number> {
  const [row] = await world.rows<{ fen: number }>(
    sql`select coalesce(sum(amount), 0)::bigint as fen from posting join account on account.id = account_id where kind = ${kind}`,
  );
  return row?.fen ?? 0;
}

async function atTheBank(world: World) {
  const made = await assemblePayout(aBookkeeper(world, 'maker'), { payer: 'platform', key: randomUUID() });
  await approvePayout(aBookkeeper(world, 'checker'), made.id);
  const file = await exportBankFile(aBookkeeper(world, 'maker'), made.id);
  const { rows } = await getPayout(world.bookkeeper(), made.number, { filter: 'all', page: 1 });
  return { ...made, file, transfers: rows };
}

function results(rows: { number: string; amount: number; outcome: string; reason?: string }[], name = 'results.csv') {
  const lines = rows.map((row) => [row.number, formatYuan(row.amount), row.outcome, row.reason ?? ''].join(','));
  return { name, bytes: Buffer.from(['业务编号,金额,结果,原因', ...lines].join('\n')) };
}

test('from a sale to the card: stated, agreed, approved by another, exported, paid, and never changed again', async () => {
  await using world = await openWorld();
  await sold(world);
  const statement = await aConfirmedStatement(world);
  expect(statement.amount).toBe(2500);

  const { id, number, file, transfers } = await atTheBank(world);
  const again = await exportBankFile(aBookkeeper(world, 'maker'), id);
  const told = results(transfers.map((row) => ({ number: row.number, amount: row.amount, outcome: '成功' })));
  const first = await importBankResults(world.bookkeeper(), id, told);
  const second = await importBankResults(world.bookkeeper(), id, told);

  expect(file.text).toContain('25.00');
  expect(again).toEqual(file);
  expect(transfers).toMatchObject([{ amount: 2500, state: 'sent' }]);
  expect(first).toMatchObject({ done: true, paid: 1, unchanged: 0 });
  expect(second).toMatchObject({ done: 'before' });
  expect(await getPayout(world.bookkeeper(), number, { filter: 'all', page: 1 })).toMatchObject({ state: 'settled' });
  expect(await getStatement(world.bookkeeper(), statement.number)).toMatchObject({
    state: 'paid',
    sums: { sales: 2500 },
  });
  expect([await balance(world, 'bank'), await balance(world, 'household-payable')]).toEqual([-2500, 0]);
  const read = await world.rows(sql`select actor_id from change_log where what = 'card-read'`);
  expect(read).toHaveLength(2);
  for (const damage of [
    'update statement set amount_fen = 1',
    'delete from due_line',
    "update due_line set state = 'failed'",
    "update transfer set state = 'failed'",
    "update statement set state = 'failed'",
  ]) {
    await expect(run(world.system(), sql.raw(damage))).rejects.toThrow(/never/);
  }
  expect(await world.brokenProofs()).toEqual([]);
});

test('who made a run does not approve it, in the use-case and in the database', async () => {
  await using world = await openWorld();
  await sold(world);
  await aConfirmedStatement(world);
  const made = await assemblePayout(aBookkeeper(world, 'maker'), { payer: 'platform', key: 'run' });

  await expect(approvePayout(aBookkeeper(world, 'maker'), made.id)).rejects.toMatchObject({ code: 'payouts.own-run' });
  await expect(exportBankFile(aBookkeeper(world, 'maker'), made.id)).rejects.toMatchObject({ kind: 'conflict' });
  await expect(
    run(world.system(), sql`update payout_run set approved_by = made_by, state = 'approved'`),
  ).rejects.toThrow(/second_person/);
});

test('two payout runs at once pay each line once', async () => {
  await using world = await openWorld();
  await sold(world, 4);
  world.now = new Date('2026-08-01T04:00:00Z');
  await stateDues(world.system(), { until: addDays(businessDayOf(world.now), -1) });
  world.later(4 * DAY);
  await settleSilent(world.system());
  const runs = [];
  for (const key of ['one', 'two']) runs.push(await openRun(aBookkeeper(world, key), { payer: 'platform', key }));
  await slowly(world, 'transfer');

  await Promise.all([...runs, ...runs].map(({ id }) => assembleRest(aBookkeeper(world, 'maker'), id)));

  const [sum] = await world.rows(
    sql`select count(*)::int as transfers, count(distinct statement_id)::int as statements, sum(amount_fen)::int as fen
        from transfer where state = 'prepared'`,
  );
  expect(sum).toEqual({ transfers: 4, statements: 4, fen: 10_000 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('a transfer the bank returns is owed again and paid by the next run; one it does not know waits', async () => {
  await using world = await openWorld();
  await sold(world, 3);
  world.now = new Date('2026-08-01T04:00:00Z');
  await stateDues(world.system(), { until: addDays(businessDayOf(world.now), -1) });
  world.later(4 * DAY);
  await settleSilent(world.system());
  const { id, transfers } = await atTheBank(world);
  const say = (...outcomes: string[]) =>
    importBankResults(
      world.bookkeeper(),
      id,
      results(
        transfers.map((row, nth) => ({
          number: row.number,
          amount: row.amount,
          outcome: outcomes[nth] ?? '',
          reason: '账号有误',
        })),
      ),
    );

  expect(await say('成功', '失败', '处理中')).toMatchObject({ paid: 1, failed: 1, unknown: 1 });
  expect(await balance(world, 'household-paying')).toBe(-2500);
  expect(await say('退票', '失败', '处理中')).toMatchObject({ returned: 1, unchanged: 2 });
  expect(await say('成功', '失败', '处理中')).toMatchObject({ done: 'before' });
  expect(await say('成功', '失败', '未知')).toMatchObject({ paid: 0, unchanged: 3 });
  expect(await balance(world, 'bank')).toBe(0);
  expect(await world.brokenProofs()).toEqual([]);
  const next = await atTheBank(world);
  await importBankResults(
    world.bookkeeper(),
    next.id,
    results(next.transfers.map((row) => ({ number: row.number, amount: row.amount, outcome: 'paid' }))),
  );

  expect(next.transfers).toHaveLength(2);
  expect(await say('退票', '失败', '成功')).toMatchObject({ paid: 1, unchanged: 2 });
  expect([await balance(world, 'bank'), await balance(world, 'household-payable')]).toEqual([-7500, 0]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a file of results with one wrong row changes nothing and tells every error by its row', async () => {
  await using world = await openWorld();
  await sold(world);
  await aConfirmedStatement(world);
  const { id, transfers } = await atTheBank(world);
  const { number, amount } = present(transfers[0], 'the transfer made');

  const told = await importBankResults(
    world.bookkeeper(),
    id,
    results([
      { number, amount, outcome: '成功' },
      { number: 'F000000-0000-000001', amount, outcome: '成功' },
      { number: `${number}X`, amount, outcome: '也许' },
      { number, amount: amount + 1, outcome: '失败' },
    ]),
  );

  expect(told).toMatchObject({
    done: false,
    errors: [{ row: 3, code: 'payouts.transfer-unknown' }, { row: 4, code: 'payouts.outcome-unknown' }, { row: 5 }],
  });
  expect(await balance(world, 'bank')).toBe(0);
});

test('silence agrees to what is owed and to no deduction; a yes keeps it for the cooperative', async () => {
  await using world = await openWorld();
  const [silent, willing] = await sold(world, 2);
  for (const jar of [silent, willing]) {
    await proposeDeduction(
      world.clerk(present(jar, 'one made before').seller),
      present(jar, 'one made before').seller.id,
      {
        household: present(jar, 'one made before').household.code,
        what: 'seed',
        amount: 700,
        note: '茶苗',
      },
    );
  }
  await aStatement(world);
  const [first, second] = await world.rows<{ code: string; number: string; amount: number }>(
    sql`select access_code as code, number, amount_fen as amount from statement order by number`,
  );
  expect([first?.amount, second?.amount]).toEqual([1800, 1800]);

  await confirmStatement(
    world.visitor(),
    { accessCode: present(first, 'one made before').code.toLowerCase() },
    { deductions: 'accept' },
  );
  await expect(
    confirmStatement(world.visitor(), { accessCode: present(first, 'one made before').code }, { deductions: 'accept' }),
  ).rejects.toMatchObject({ code: 'statements.answered' });
  world.later(4 * DAY);
  await expect(
    confirmStatement(
      world.visitor(),
      { accessCode: present(second, 'one made before').code },
      { deductions: 'accept' },
    ),
  ).rejects.toMatchObject({ code: 'statements.too-late' });
  await settleSilent(world.system());

  expect(await getStatement(world.bookkeeper(), present(first, 'one made before').number)).toMatchObject({
    amount: 1800,
    answeredBy: 'household',
  });
  expect(await getStatement(world.bookkeeper(), present(second, 'one made before').number)).toMatchObject({
    amount: 2500,
    answeredBy: 'silence',
  });
  expect(await balance(world, 'deductions')).toBe(-700);
  expect(await world.brokenProofs()).toEqual([]);
});

test('two answers at once: the statement is confirmed once', async () => {
  await using world = await openWorld();
  await sold(world);
  const statement = await aStatement(world);
  const confirm = () =>
    confirmStatement(world.visitor(), { accessCode: statement.accessCode }, { deductions: 'accept' });

  const outcomes = await world.raceForRow('statement', statement.id, confirm, confirm);

  expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: 'statements.answered' } },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('an objection takes its lines out, the rest goes on, and a correction is a line of its own on the next statement', async () => {
  await using world = await openWorld();
  const [jar] = await sold(world);
  const other = await aPaidOrder(world, [{ pack: present(jar, 'one made before').pack.code, count: 2 }]);
  await aMaturedOrder(world, present(jar, 'one made before').seller, other.number);
  const statement = await aStatement(world);
  expect(statement.amount).toBe(7500);
  const { lines } = await getStatement(world.bookkeeper(), statement.number);
  const doubted = lines.find(({ amount }) => amount === 2500);

  const { id } = await objectStatement(
    world.visitor(),
    { accessCode: statement.accessCode },
    { lines: [present(doubted, 'one made before').id], reason: '斤两不对' },
  );
  expect(await getStatement(world.bookkeeper(), statement.number)).toMatchObject({ amount: 5000, state: 'confirmed' });
  await resolveObjection(world.bookkeeper(), id, {
    outcome: 'corrected',
    adjustment: 300,
    bearer: 'seller',
    reason: '少记 60 克',
  });
  const next = await aStatement(world);

  expect(next.amount).toBe(2800);
  expect(await world.brokenProofs()).toEqual([]);
});

test('cash is paid before two different witnesses and a photo, and not while the bank has the statement', async () => {
  await using world = await openWorld();
  await sold(world);
  const statement = await aConfirmedStatement(world);
  const photo = randomUUID();
  await world.rows(
    sql`insert into file (id, kind, mime, bytes, sha256) values (${photo}, 'image', 'image/jpeg', '\\x01', ${'0'.repeat(64)})`,
  );
  const pay = (firstWitness: string, secondWitness: string) =>
    payInCash(world.bookkeeper(), statement.id, { firstWitness, secondWitness, photo });

  await expect(pay('叶秀珠', '叶 秀珠')).rejects.toMatchObject({ code: 'payouts.one-witness' });
  await pay('叶秀珠', '黄桂香');
  await expect(pay('叶秀珠', '黄桂香')).rejects.toMatchObject({ code: 'payouts.in-a-run' });

  expect(await balance(world, 'cash')).toBe(-2500);
  expect(await world.brokenProofs()).toEqual([]);
});
