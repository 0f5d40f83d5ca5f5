import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { entities } from '#server/entities.ts';
import { proveBooks } from '#server/insight/index.ts';
import { type BusinessDay, businessDay } from '#server/kernel/calendar.ts';
import { assert } from '#server/kernel/errors.ts';
import { readableCode, uuidv7 } from '#server/kernel/ids.ts';
import { maskName } from '#server/kernel/masking.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { everybodyMay, roles } from '#server/people/index.ts';
import {
  type Actor,
  type Ctx,
  type MikroORM,
  openCtx,
  openOrm,
  rowOf,
  rowsOf,
  run,
  sql,
  systemActor,
} from '#server/platform/index.ts';
import type { ProofResult } from '#server/platform/proof.ts';
import { receiveLot } from '#server/stock/index.ts';
import { cloneDatabase } from './database.ts';

/** What every test starts at unless it says otherwise: a Monday noon in Nanping, in season for honey and tea. */
const NOON = new Date('2026-06-01T04:00:00Z');
const RACE_WAIT_MS = 10_000;

export type ASeller = { id: string; code: string; locationId: string };
export type AHousehold = { id: string; code: string };
export type APack = { id: string; code: string; productSlug: string; price: Fen };
export type AProduce = { id: string; code: string };

/** A database of its own, a clock that stands still, and a few words to furnish it. Dropped when the test ends. */
export class World implements AsyncDisposable {
  now = NOON;
  readonly orm: MikroORM;
  readonly url: string;
  readonly #drop: () => Promise<void>;

  constructor(orm: MikroORM, url: string, drop: () => Promise<void>) {
    this.orm = orm;
    this.url = url;
    this.#drop = drop;
  }

  system(): Ctx {
    return openCtx(this.orm, systemActor, this.now);
  }

  /** A visitor who is not signed in. */
  visitor(): Ctx {
    return openCtx(this.orm, { kind: 'anonymous', id: null, name: '', grants: grantsOf(everybodyMay) }, this.now);
  }

  clerk(seller: ASeller): Ctx {
    const grants = [...grantsOf(everybodyMay), ...grantsOf(roles.clerk.permissions, seller.id)];
    return openCtx(this.orm, { kind: 'person', id: 'clerk', name: 'clerk', grants }, this.now);
  }

  bookkeeper(): Ctx {
    const actor: Actor = { kind: 'person', id: 'books', name: 'books', grants: grantsOf(roles.bookkeeper.permissions) };
    return openCtx(this.orm, actor, this.now);
  }

  administrator(): Ctx {
    const grants = [...grantsOf(everybodyMay), ...grantsOf(roles.administrator.permissions)];
    return openCtx(this.orm, { kind: 'person', id: 'admin', name: 'admin', grants }, this.now);
  }

  later(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
  }

  async seller(code = `seller-${readableCode(5).toLowerCase()}`): Promise<ASeller> {
    const ctx = this.system();
    const id = uuidv7(this.now);
    const name = JSON.stringify({ 'zh-CN': `${code}合作社`, en: `${code} cooperative` });
    await run(
      ctx,
      sql`insert into organization (id, code, kind, name, region_code, sample)
          values (${id}, ${code}, 'cooperative', ${name}::jsonb, '350721', true)`,
    );
    const location = await rowOf<{ id: string }>(
      ctx,
      sql`insert into location (organization_id, region_code, name) values (${id}, '350721106', ${name}::jsonb) returning id`,
    );
    return { id, code, locationId: location?.id ?? '' };
  }

  async household(name = '张春生'): Promise<AHousehold> {
    const ctx = this.system();
    const id = uuidv7(this.now);
    const code = `NP-${readableCode(5)}`;
    await run(
      ctx,
      sql`insert into region (code, parent_code, level, name)
          values ('350721106201', '350721106', 'village', '{"zh-CN": "富石村", "en": "Fushi Village"}') on conflict do nothing`,
    );
    await run(
      ctx,
      sql`insert into household (id, code, village_code, name, masked_name, sample)
          values (${id}, ${code}, '350721106201', ${name}, ${maskName(name)}, true)`,
    );
    return { id, code };
  }

  async produce(wish: { perishable?: boolean; shelfDays?: number; piece?: boolean } = {}): Promise<AProduce> {
    const ctx = this.system();
    const code = `produce-${readableCode(5).toLowerCase()}`;
    await run(
      ctx,
      sql`insert into family (code, position, name) values ('honey', 1, '{"zh-CN": "蜂蜜", "en": "Honey"}') on conflict do nothing`,
    );
    const name = JSON.stringify({ 'zh-CN': '百花蜜', en: 'Wildflower honey' });
    const row = await rowOf<{ id: string }>(
      ctx,
      sql`insert into produce (code, family_code, name, base_unit, season_months, shelf_days, perishable,
            certificate_needed, licence_needed, storage)
          values (${code}, 'honey', ${name}::jsonb, ${wish.piece ? 'piece' : 'gram'}, '{6}', ${wish.shelfDays ?? 540},
            ${wish.perishable ?? false}, false, false, ${name}::jsonb) returning id`,
    );
    assert(row, 'the produce just written');
    return { id: row.id, code };
  }

  /** Puts a pack on sale, drawing on the seller's pools of what it holds. */
  async pack(
    seller: ASeller,
    contents: { produce: AProduce; quantity: number }[],
    wish: { price?: number; packing?: number; grossGrams?: number } = {},
  ): Promise<APack> {
    const ctx = this.system();
    const code = `pack-${readableCode(6).toLowerCase()}`;
    const price = fen(wish.price ?? 4500);
    const name = JSON.stringify({ 'zh-CN': '百花蜜', en: 'Wildflower honey' });
    const product = await rowOf<{ id: string }>(
      ctx,
      sql`insert into product (slug, organization_id, family_code, main_produce_id, county_code, name, description, state,
            published_at, from_price_fen)
          values (${code}, ${seller.id}, 'honey', ${contents[0]?.produce.id}, '350721', ${name}::jsonb, ${name}::jsonb,
            'published', ${this.now}, ${price}) returning id`,
    );
    const pack = await rowOf<{ id: string }>(
      ctx,
      sql`insert into pack (code, product_id, position, name, price_fen, packing_fen, gross_grams)
          values (${code}, ${product?.id}, 0, ${name}::jsonb, ${price}, ${wish.packing ?? 200}, ${wish.grossGrams ?? 800})
          returning id`,
    );
    for (const { produce, quantity } of contents) {
      await run(
        ctx,
        sql`insert into pack_component (pack_id, produce_id, quantity) values (${pack?.id}, ${produce.id}, ${quantity})`,
      );
    }
    return { id: pack?.id ?? '', code, productSlug: code, price };
  }

  /** Receives a lot of household shares; the households' capacity is what they bring and no more, unless it stands already. */
  async lot(
    seller: ASeller,
    produce: AProduce,
    shares: { household: AHousehold; quantity: number; agreedPrice?: number }[],
    wish: { harvestedOn?: string; capacity?: number } = {},
  ): Promise<{ id: string; code: string }> {
    const ctx = this.system();
    const harvestedOn: BusinessDay = businessDay(wish.harvestedOn ?? '2026-05-20');
    for (const { household, quantity } of shares) {
      await run(
        ctx,
        sql`insert into capacity (household_id, produce_id, season, basis, quantity, verified_at)
            values (${household.id}, ${produce.id}, ${Number(harvestedOn.slice(0, 4))},
              '{"count": 10, "unit": "hive", "yieldEach": 10000}', ${wish.capacity ?? quantity}, ${this.now})
            on conflict (household_id, produce_id, season) do update
              set quantity = capacity.quantity + ${wish.capacity === undefined ? quantity : 0}`,
      );
    }
    return receiveLot(ctx, {
      organizationId: seller.id,
      produceId: produce.id,
      locationId: seller.locationId,
      mode: 'consign',
      harvestedOn,
      certificateNumber: null,
      shares: shares.map(({ household, quantity, agreedPrice }) => ({
        householdId: household.id,
        quantity,
        agreedPrice: agreedPrice ?? 5000,
      })),
    });
  }

  /** A jar on sale with so many packs of it in stock, from one household. */
  async jar(wish: { packs: number; price?: number; agreedPrice?: number; perishable?: boolean }) {
    const seller = await this.seller();
    const household = await this.household();
    const produce = await this.produce({ perishable: wish.perishable ?? false });
    const pack = await this.pack(seller, [{ produce, quantity: 500 }], { price: wish.price ?? 4500 });
    const agreedPrice = wish.agreedPrice ?? 5000;
    const lot = await this.lot(seller, produce, [{ household, quantity: 500 * wish.packs, agreedPrice }]);
    return { seller, household, produce, pack, lot };
  }

  async poolOf(seller: ASeller, produce: AProduce): Promise<PoolRow> {
    const row = await rowOf<PoolRow>(
      this.system(),
      sql`select id, on_hand, held, promised, set_aside, available from pool
          where organization_id = ${seller.id} and produce_id = ${produce.id}`,
    );
    assert(row, 'the pool was opened');
    return row;
  }

  /** The proofs of the books that do not hold, with where. */
  async brokenProofs(): Promise<ProofResult[]> {
    const { results } = await proveBooks(this.system());
    return results.filter((result) => !result.holds);
  }

  rows<Row>(statement: Parameters<typeof rowsOf>[1]): Promise<Row[]> {
    return rowsOf<Row>(this.system(), statement);
  }

  /** A race for a pool, that must happen. */
  raceFor<T>(pool: { id: string }, ...runners: (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
    return this.raceForRow('pool', pool.id, ...runners);
  }

  /**
   * A race that must happen: holds a row until every runner waits for a lock, then lets them go and says how each ended.
   * Without it, whether two runners ever meet is luck.
   */
  async raceForRow<T>(table: string, id: string, ...runners: (() => Promise<T>)[]): Promise<PromiseSettledResult<T>[]> {
    const holder = new pg.Client({ connectionString: this.url });
    await holder.connect();
    try {
      await holder.query('begin');
      await holder.query(`select id from ${table} where id = $1 for update`, [id]);
      const running = Promise.allSettled(runners.map((runner) => runner()));
      const settled = running.then(() => 'settled' as const);
      const outcome = await Promise.race([settled, this.#untilWaiting(runners.length)]);
      await holder.query('commit');
      if (outcome === 'settled') throw new Error('the race did not happen: nobody waited for the row');
      return await running;
    } finally {
      await holder.end();
    }
  }

  async #untilWaiting(runners: number): Promise<'waiting'> {
    const watcher = new pg.Client({ connectionString: this.url });
    await watcher.connect();
    try {
      for (const start = Date.now(); Date.now() - start < RACE_WAIT_MS; await sleep(10)) {
        const { rows } = await watcher.query(
          `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        if (rows[0].waiting >= runners) return 'waiting';
      }
      throw new Error(`the race did not happen: not all of ${runners} runners waited for the row`);
    } finally {
      await watcher.end();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.orm.close(true);
    await this.#drop();
  }
}

export type PoolRow = {
  id: string;
  on_hand: number;
  held: number;
  promised: number;
  set_aside: number;
  available: number;
};

export async function openWorld(wish: { poolMax?: number } = {}): Promise<World> {
  const database = await cloneDatabase();
  const orm = await openOrm({ url: database.url, entities, poolMax: wish.poolMax ?? 10 });
  return new World(orm, database.url, database.drop);
}

function grantsOf(permissions: readonly string[], organizationId: string | null = null): Actor['grants'] {
  return permissions.map((permission) => ({ permission, organizationId, area: null }));
}
