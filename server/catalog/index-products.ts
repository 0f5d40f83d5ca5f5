import type { LocalizedText } from '#server/kernel/text.ts';
import { authorize, type Ctx, purge, rowsOf, run, sql, type Tx, transact } from '#server/platform/index.ts';
import { SEARCH_EDITION, searchTextOf, searchVector } from './search.ts';

const INDEXED_AT_ONCE = 100;

type Named = { id: string; name: LocalizedText; around: (LocalizedText | null)[] };

/** Makes the search text of products from their names, and from their kinds, places and seller. */
export async function indexProducts(tx: Tx, ids: readonly string[]): Promise<void> {
  const products = await rowsOf<Named>(
    tx,
    sql`select product.id, product.name, jsonb_build_array(family.name, county.name, seller.name)
            || coalesce((select jsonb_agg(distinct produce.name) from pack
              join pack_component as part on part.pack_id = pack.id join produce on produce.id = part.produce_id
              where pack.product_id = product.id), '[]') as around
        from product join family on family.code = product.family_code
        join region as county on county.code = product.county_code
        join organization as seller on seller.id = product.organization_id
        where product.id = any(${[...ids]}::uuid[])`,
  );
  for (const { id, name, around } of products) {
    const text = searchTextOf(textsOf([name]), textsOf(around));
    await run(
      tx,
      sql`update product set search_words = ${text.words}, search = ${searchVector(text)}, search_edition = ${SEARCH_EDITION}
          where id = ${id}`,
    );
  }
}

/** Makes anew what an earlier edition of the search made; the worker does this after an upgrade. Returns how many. */
export async function indexOldProducts(ctx: Ctx): Promise<number> {
  authorize(ctx, 'products.index');
  let indexed = 0;
  for (;;) {
    const count = await transact(ctx, async (tx) => {
      const old = await rowsOf<{ id: string }>(
        tx,
        sql`select id from product where search_edition <> ${SEARCH_EDITION} order by id limit ${INDEXED_AT_ONCE}
            for update skip locked`,
      );
      await indexProducts(
        tx,
        old.map((product) => product.id),
      );
      if (old.length > 0) await purge(tx, ['products']);
      return old.length;
    });
    indexed += count;
    if (count < INDEXED_AT_ONCE) return indexed;
  }
}

function textsOf(names: readonly (LocalizedText | null)[]): string[] {
  return names.flatMap((name) => (name ? [name['zh-CN'], name.en ?? ''] : [])).filter((text) => text !== '');
}
