import type { SampleOrder } from '#seed/demo/orders.ts';
import { fillFund, matureDues } from '#server/dues/index.ts';
import { addDays, addMinutes, type BusinessDay, businessDayOf, startOfDay } from '#server/kernel/calendar.ts';
import { present } from '#server/kernel/errors.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { approvePayout, assemblePayout, exportBankFile, getPayout, importBankResults } from '#server/payouts/index.ts';
import { anonymousActor } from '#server/people/index.ts';
import { type Ctx, rowsOf, sql } from '#server/platform/index.ts';
import { confirmStatement, objectStatement, settleSilent, stateDues } from '#server/statements/index.ts';
import type { DemoWorld } from './demo-world.ts';
import type { Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

const HOUR = 60;
const PERIODS_BEGIN = ['01', '11', '21'];
const FUND_FEN = 50_000_00;
/** How many households answer on the day they are told, of those who do; the others let the days pass. */
const ANSWERS = 5;

/** The way of the households' money while the orders went on: the sweep, a statement every ten days, answers, payouts. */
export function settlementOf(stage: Stage, world: DemoWorld, orders: readonly SampleOrder[]): Happening[] {
  const [first] = orders.map(({ placedAt }) => businessDayOf(placedAt)).sort();
  const days = daysBetween(present(first, 'a first order'), businessDayOf(stage.now));
  const at = (day: BusinessDay, minutes: number, happen: (ctx: Ctx) => Promise<unknown>): Happening[] => {
    const instant = addMinutes(startOfDay(day), minutes);
    return instant < stage.now ? [{ at: instant, happen: () => happen(stage.at(instant)) }] : [];
  };
  const bookkeeper = () => present(world.bookkeepers.get('bookkeeper'), 'the bookkeeper');
  const fund = at(days[0] as BusinessDay, 10 * HOUR, (ctx) =>
    fillFund({ ...ctx, actor: bookkeeper() }, { amount: FUND_FEN, from: '县周转金', key: 'demo-fund' }),
  );
  const rounds = days.filter((day) => PERIODS_BEGIN.includes(day.slice(8)));
  return [
    ...fund,
    ...days.flatMap((day) => at(day, HOUR, matureDues)),
    ...rounds.flatMap((day) => [
      ...at(day, 2 * HOUR, (ctx) => stateDues(ctx, { until: addDays(day, -1) })),
      ...at(day, 9 * HOUR, answerSome),
      ...at(addDays(day, 3), 3 * HOUR, settleSilent),
    ]),
    // The last round waits for whoever opens the books.
    ...rounds.slice(0, -1).flatMap((day) => at(addDays(day, 4), 10 * HOUR, (ctx) => payOut(ctx, world, day))),
    { at: stage.now, happen: () => matureDues(stage.at(stage.now)) },
  ];
}

function daysBetween(from: BusinessDay, to: BusinessDay): BusinessDay[] {
  const days = [from];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Some agree on the first morning; the last of them does not agree with a line. */
async function answerSome(ctx: Ctx): Promise<void> {
  const asked = await rowsOf<{ accessCode: string; line: string }>(
    ctx,
    sql`select access_code as "accessCode", (
          select id from due_line where statement_id = statement.id and kind = 'sale' order by id limit 1
        ) as line from statement where state = 'stated' order by number limit ${ANSWERS}`,
  );
  const household = { ...ctx, actor: anonymousActor };
  for (const [nth, { accessCode, line }] of asked.entries()) {
    if (nth === ANSWERS - 1)
      await objectStatement(household, { accessCode }, { lines: [line], reason: '斤两和过磅单对不上。' });
    else await confirmStatement(household, { accessCode }, { deductions: 'accept' });
  }
}

/** Made by one, approved by another, paid by the bank; the first transfer of each run it could not make. */
async function payOut(ctx: Ctx, world: DemoWorld, day: BusinessDay): Promise<void> {
  const bookkeeper = { ...ctx, actor: present(world.bookkeepers.get('bookkeeper'), 'the bookkeeper') };
  const checker = { ...ctx, actor: present(world.bookkeepers.get('administrator'), 'who approves') };
  const [due] = await rowsOf(
    ctx,
    sql`select from statement where state in ('confirmed', 'failed') and amount_fen > 0 limit 1`,
  );
  if (!due) return;
  const { id, number } = await assemblePayout(bookkeeper, { payer: 'platform', key: `demo-${day}` });
  await approvePayout(checker, id);
  await exportBankFile(bookkeeper, id);
  const { pages } = await getPayout(bookkeeper, number, { filter: 'all', page: 1 });
  const rows = [];
  for (let page = 1; page <= pages; page += 1) {
    rows.push(...(await getPayout(bookkeeper, number, { filter: 'all', page })).rows);
  }
  const said = rows.map(
    (row, nth) => `${row.number},"${formatYuan(row.amount)}",${nth === 0 ? '失败,账号与户名不符' : '成功,'}`,
  );
  const bytes = Buffer.from(['业务编号,金额,结果,原因', ...said].join('\n'));
  await importBankResults(bookkeeper, id, { name: `${number}-回单.csv`, bytes });
}
