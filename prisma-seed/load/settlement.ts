import type { SampleOrder } from '#seed/demo/orders.ts';
import { householdPersona } from '#seed/demo/people.ts';
import { agreeSettlement, fillFund, matureDues } from '#server/dues/index.ts';
import { addDays, addMinutes, type BusinessDay, businessDayOf, startOfDay } from '#server/kernel/calendar.ts';
import { luhnCheckDigit } from '#server/kernel/codes.ts';
import { present } from '#server/kernel/errors.ts';
import { formatYuan } from '#server/kernel/money.ts';
import {
  approvePayout,
  assemblePayout,
  correctCard,
  exportBankFile,
  getPayout,
  importBankResults,
} from '#server/payouts/index.ts';
import { anonymousActor } from '#server/people/index.ts';
import { type Ctx, rowsOf, sql } from '#server/platform/index.ts';
import { confirmStatement, objectStatement, settleSilent, stateDues } from '#server/statements/index.ts';
import type { DemoWorld } from './demo-world.ts';
import { isRound, LAST_ROUND_HOURS, lastRoundOf } from './rounds.ts';
import type { Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

const HOUR = 60;
const FUND_FEN = 50_000_00;
/** How many households answer on the day they are told, of those who do; the others let the days pass. */
const ANSWERS = 5;
const LAST_ANSWERS_HOURS = 20;
const LAST_RUN_HOURS = 3;
/** Under a bank prefix that was made up, as every sample card. */
const NEW_CARD = '629999800000000001';

/** The way of the households' money while the orders went on: the sweep, a statement every ten days, answers, payouts. */
export function settlementOf(stage: Stage, world: DemoWorld, orders: readonly SampleOrder[]): Happening[] {
  const [first] = orders.map(({ placedAt }) => businessDayOf(placedAt)).sort();
  const days = daysBetween(present(first, 'a first order'), businessDayOf(stage.now));
  const at = (day: BusinessDay, minutes: number, happen: (ctx: Ctx) => Promise<unknown>): Happening[] => {
    const instant = addMinutes(startOfDay(day), minutes);
    return instant < stage.now ? [{ at: instant, happen: () => happen(stage.at(instant)) }] : [];
  };
  const before = (hours: number, happen: (ctx: Ctx) => Promise<unknown>): Happening => {
    const instant = addMinutes(stage.now, -hours * HOUR);
    return { at: instant, happen: () => happen(stage.at(instant)) };
  };
  const fund = at(days[0] as BusinessDay, 10 * HOUR, (ctx) =>
    fillFund(as(ctx, world, 'bookkeeper'), { amount: FUND_FEN, from: '县周转金', key: 'demo-fund' }),
  );
  const last = lastRoundOf(stage.now);
  const rounds = days.filter((day) => isRound(day) && day < last);
  return [
    ...fund,
    ...days.flatMap((day) => at(day, HOUR, matureDues)),
    ...rounds.flatMap((day) => [
      ...at(day, 2 * HOUR, (ctx) => stateDues(ctx, { until: addDays(day, -1) })),
      ...at(day, 9 * HOUR, answerSome),
      ...at(addDays(day, 4), 3 * HOUR, settleSilent),
      ...at(addDays(day, 4), 10 * HOUR, (ctx) => payOut(ctx, world, day)),
    ]),
    before(LAST_ROUND_HOURS + 1, (ctx) => agreeOnCash(ctx, world, last)),
    before(LAST_ROUND_HOURS, (ctx) => stateDues(ctx, { until: addDays(last, -1) })),
    before(LAST_ANSWERS_HOURS, answerSome),
    before(LAST_RUN_HOURS, (ctx) => openRun(ctx, world)),
    { at: stage.now, happen: () => matureDues(stage.at(stage.now)) },
  ];
}

function daysBetween(from: BusinessDay, to: BusinessDay): BusinessDay[] {
  const days = [from];
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** A context of one who keeps the books. */
function as(ctx: Ctx, world: DemoWorld, persona: string): Ctx {
  return { ...ctx, actor: present(world.bookkeepers.get(persona), persona) };
}

/** One household, which is among those that answer, wants the money of the last round in its hand. */
async function agreeOnCash(ctx: Ctx, world: DemoWorld, last: BusinessDay): Promise<void> {
  const until = addDays(last, -1);
  const [second] = await rowsOf<{ code: string }>(
    ctx,
    sql`select distinct household.code from due_line join household on household.id = due_line.household_id
        where due_line.state = 'accrued' and arose_on <= ${until}::date order by household.code limit 1 offset 1`,
  );
  if (!second) return;
  await agreeSettlement(as(ctx, world, 'administrator'), {
    organization: null,
    household: second.code,
    cycle: 'ten-days',
    payer: 'platform',
    deductionCapBasisPoints: 3000,
    way: 'cash',
    validFrom: until,
  });
}

/** Some agree on the first morning; the last of them does not agree with a line. The persona's household still thinks. */
async function answerSome(ctx: Ctx): Promise<void> {
  const asked = await rowsOf<{ accessCode: string; line: string }>(
    ctx,
    sql`select access_code as "accessCode", (
          select id from due_line where statement_id = statement.id and kind = 'sale' order by id limit 1
        ) as line from statement join household on household.id = statement.household_id
        where state = 'stated' and household.code <> ${householdPersona.code} order by number limit ${ANSWERS}`,
  );
  const household = { ...ctx, actor: anonymousActor };
  for (const [nth, { accessCode, line }] of asked.entries()) {
    if (nth === ANSWERS - 1)
      await objectStatement(household, { accessCode }, { lines: [line], reason: '斤两和过磅单对不上。' });
    else await confirmStatement(household, { accessCode }, { deductions: 'accept' });
  }
}

async function isPayable(ctx: Ctx): Promise<boolean> {
  const [due] = await rowsOf(
    ctx,
    sql`select from statement where state in ('confirmed', 'failed') and amount_fen > 0 limit 1`,
  );
  return due !== undefined;
}

/** Made by one, approved by another, paid by the bank; of each run the first transfer failed and the last came back. */
async function payOut(ctx: Ctx, world: DemoWorld, day: BusinessDay): Promise<void> {
  if (!(await isPayable(ctx))) return;
  const bookkeeper = as(ctx, world, 'bookkeeper');
  const { id, number } = await assemblePayout(bookkeeper, { payer: 'platform', key: `demo-${day}` });
  await approvePayout(as(ctx, world, 'second-bookkeeper'), id);
  await exportBankFile(bookkeeper, id);
  const { pages } = await getPayout(bookkeeper, number, { filter: 'all', page: 1 });
  const rows = [];
  for (let page = 1; page <= pages; page += 1) {
    rows.push(...(await getPayout(bookkeeper, number, { filter: 'all', page })).rows);
  }
  const outcomeOf = (nth: number) => {
    if (nth === 0) return '失败,账号与户名不符';
    return nth === rows.length - 1 ? '退票,账户已销户' : '成功,';
  };
  const said = rows.map((row, nth) => `${row.number},"${formatYuan(row.amount)}",${outcomeOf(nth)}`);
  const bytes = Buffer.from(['业务编号,金额,结果,原因', ...said].join('\n'));
  await importBankResults(bookkeeper, id, { name: `${number}-回单.csv`, bytes });
}

/** What came back has a new card; with what was agreed since it is in a run that waits for the second pair of eyes. */
async function openRun(ctx: Ctx, world: DemoWorld): Promise<void> {
  if (!(await isPayable(ctx))) return;
  const bookkeeper = as(ctx, world, 'bookkeeper');
  const returned = await rowsOf<{ code: string }>(
    ctx,
    sql`select distinct household.code from transfer join household on household.id = transfer.household_id
        join statement on statement.id = transfer.statement_id
        where transfer.state = 'returned' and statement.state = 'failed' order by household.code limit 1`,
  );
  for (const { code } of returned) await correctCard(bookkeeper, code, { card: NEW_CARD + luhnCheckDigit(NEW_CARD) });
  await assemblePayout(bookkeeper, { payer: 'platform', key: 'demo-last' });
}
