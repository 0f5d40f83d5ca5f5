import { expect, test } from 'vitest';
import { householdPersona, personas } from '#seed/demo/people.ts';
import { shelfPlans } from '#seed/demo/shelves.ts';
import { findWorld, markWorld, openStage, worlds } from '#seed/index.ts';
import { findPersonas, inDemo } from '#server/people/index.ts';
import { openCtx, sql } from '#server/platform/index.ts';
import { openWorld } from '#server/testing/index.ts';

/** Three minutes into a Monday: the earliest somebody could open the shop and find a week with nobody in it. */
const MONDAY = new Date('2026-11-22T16:03:00Z');
const SLOW_MS = 180_000;

test(
  'the demo world is whole: its books hold, its short shelves are short, and today somebody bought',
  async () => {
    await using world = await openWorld();
    world.now = MONDAY;
    const told: string[] = [];
    expect(await findWorld(world.system())).toBeNull();

    await worlds.demo?.(openStage(world.orm, MONDAY, (line) => told.push(line)));
    expect(await findWorld(world.system())).toBe('half');
    await markWorld(world.system(), 'demo');

    expect(await findWorld(world.system())).toEqual({ name: 'demo', now: MONDAY.toISOString() });
    expect(told.at(-1)).toContain('100 %');
    expect(await world.brokenProofs()).toEqual([]);
    const short = await world.rows<{ pack: string; left: number }>(
      sql`select pack.code as pack, min(pool.available / part.quantity)::int as left from pack
        join product on product.id = pack.product_id join pack_component as part on part.pack_id = pack.id
        join pool on pool.produce_id = part.produce_id and pool.organization_id = product.organization_id
        group by pack.code having min(pool.available / part.quantity) < 10 order by pack.code`,
    );
    const planned = shelfPlans.map(({ pack, left }) => ({ pack, left }));
    expect(short).toEqual(planned.sort((one, other) => (one.pack < other.pack ? -1 : 1)));
    const [today] = await world.rows<{ paid: number }>(
      sql`select count(*)::int as paid from trade_order where paid_at >= '2026-11-22T16:00:00Z' and paid_at < ${MONDAY}`,
    );
    expect(today?.paid).toBeGreaterThanOrEqual(3);
    const [settled] = await world.rows(
      sql`select (select count(*)::int from statement where state = 'paid') > 0 as paid,
            (select count(*)::int from transfer where state = 'failed') > 0 as failed,
            (select count(*)::int from transfer where state = 'returned') > 0 as returned,
            (select count(*)::int from objection where state = 'open') > 0 as objected,
            (select count(*)::int from payout_run where state = 'settled') > 0 as runs,
            (select count(*)::int from payout_run where state = 'assembled') as waiting,
            (select count(*)::int from statement where state = 'confirmed' and way = 'cash') as "inCash",
            (select count(*)::int from statement where state = 'stated') > 3 as stated`,
    );
    expect(settled).toEqual({
      paid: true,
      failed: true,
      returned: true,
      objected: true,
      runs: true,
      waiting: 1,
      inCash: 1,
      stated: true,
    });
    const claimed = await world.rows(
      sql`select organization.code as seller, claim.state, count(photo.*)::int as photos from claim
          join parcel on parcel.id = parcel_id join organization on organization.id = parcel.organization_id
          left join claim_photo as photo on photo.claim_id = claim.id group by claim.id, organization.code order by state`,
    );
    expect(claimed).toEqual([
      { seller: 'fushi-citrus', state: 'applied', photos: 1 },
      { seller: 'nanping-centre', state: 'escalated', photos: 1 },
      { seller: 'fushi-citrus', state: 'refunded', photos: 1 },
    ]);
    const own = await world.rows(
      sql`select statement.state from statement join household on household.id = household_id
          where household.code = ${householdPersona.code} order by period_to desc limit 1`,
    );
    expect(own).toEqual([{ state: 'stated' }]);
    const reader = openCtx(world.orm, inDemo(world.visitor().actor), MONDAY);
    expect((await findPersonas(reader)).map((persona) => persona.code)).toEqual(personas.map(({ key }) => key));
  },
  SLOW_MS,
);
