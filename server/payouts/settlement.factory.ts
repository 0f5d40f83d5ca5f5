import { matureDues } from '#server/dues/index.ts';
import { deliverParcel, shipParcel } from '#server/fulfilment/index.ts';
import { addDays, type BusinessDay, businessDayOf } from '#server/kernel/calendar.ts';
import { luhnCheckDigit } from '#server/kernel/codes.ts';
import { personActor } from '#server/people/index.ts';
import { type Ctx, openCtx, rowOf, sql } from '#server/platform/index.ts';
import { seal } from '#server/platform/sealed.ts';
import { confirmStatement, stateDues } from '#server/statements/index.ts';
import type { ASeller, World } from '#server/testing/index.ts';

const CLAIM_OVER_MINUTES = 9 * 24 * 60;
const BANK_CARD = '629999000000000001';

/** A bookkeeper of a name, so that maker and checker are two. */
export function aBookkeeper(world: World, id: string): Ctx {
  const held = { role: 'bookkeeper', organizationId: null, area: null } as const;
  return openCtx(world.orm, personActor(id, id, [held]), world.now);
}

/** Delivers an order's first parcel, waits until nobody can claim, and lets the sweep run. */
export async function aMaturedOrder(world: World, seller: ASeller, number: string): Promise<void> {
  await aDeliveredOrder(world, seller, number);
  world.later(CLAIM_OVER_MINUTES);
  await matureDues(world.system());
}

export async function aDeliveredOrder(world: World, seller: ASeller, number: string): Promise<void> {
  await shipParcel(world.clerk(seller), `${number}-1`, { courier: 'SELF', trackingNumber: '' });
  await deliverParcel(world.clerk(seller), `${number}-1`);
}

/** Gives households a card. */
export async function withCards(world: World): Promise<void> {
  const card = `${BANK_CARD}${luhnCheckDigit(BANK_CARD)}`;
  await world.rows(sql`update household set bank_card_sealed = ${seal(card)}, bank_card_tail = ${card.slice(-4)}`);
}

/** States all that is payable in the month of the day, on the first day after it. */
export async function aStatement(
  world: World,
): Promise<{ id: string; number: string; accessCode: string; amount: number }> {
  world.now = new Date(`${nextMonth(businessDayOf(world.now))}T04:00:00Z`);
  await stateDues(world.system(), { until: addDays(businessDayOf(world.now), -1) });
  const made = await rowOf<{ id: string; number: string; accessCode: string; amount: number }>(
    world.system(),
    sql`select id, number, access_code as "accessCode", amount_fen as amount from statement order by id desc limit 1`,
  );
  if (!made) throw new Error('no statement was made');
  return made;
}

export async function aConfirmedStatement(world: World) {
  const statement = await aStatement(world);
  await confirmStatement(world.visitor(), { accessCode: statement.accessCode }, { deductions: 'accept' });
  return statement;
}

/** Lets every insert into a table take a while, so that who does the same at once surely meets. */
export async function slowly(world: World, table: 'transfer' | 'due_line'): Promise<void> {
  await world.rows(
    sql`create function take_a_while() returns trigger language plpgsql as 'begin perform pg_sleep(0.4); return null; end'`,
  );
  await world.rows(
    sql`create trigger takes_a_while before insert on ${sql.table(table)} for each statement execute function take_a_while()`,
  );
}

function nextMonth(day: BusinessDay): string {
  return `${addDays(`${day.slice(0, 7)}-28` as BusinessDay, 4).slice(0, 7)}-01`;
}
