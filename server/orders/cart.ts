import { randomUUID } from 'node:crypto';
import { DomainError } from '#server/kernel/errors.ts';
import { authorize, type Ctx, rowOf, rowsOf, run, sql, type Tx, transact } from '#server/platform/index.ts';
import {
  type AddToCart,
  CART_LINES_MAX,
  type ChangeCartLine,
  type EnterCoupon,
  PACKS_PER_LINE_MAX,
} from './contract.ts';

export type CartItem = { pack: string; count: number };
/** What a cart holds: its packs, and the code of a coupon if one was typed. */
export type Cart = { items: CartItem[]; coupon: string | null };

/** Adds packs to a cart, opening one where there is none. Returns the cart's id (the visitor's cookie) and how many packs it holds. */
export async function addToCart(
  ctx: Ctx,
  cartId: string | null,
  input: AddToCart,
): Promise<{ cartId: string; packs: number }> {
  authorize(ctx, 'cart.use');
  return transact(ctx, async (tx) => {
    const packId = await packIdOf(tx, input.pack);
    const id = await openCart(tx, cartId);
    await run(
      tx,
      sql`insert into cart_line (cart_id, pack_id, count, added_at) values (${id}, ${packId}, ${input.count}, ${tx.now})
          on conflict (cart_id, pack_id) do update
          set count = least(cart_line.count + excluded.count, ${PACKS_PER_LINE_MAX})`,
    );
    const size = await sizeOf(tx, id);
    if (size.lines > CART_LINES_MAX) throw new DomainError('conflict', 'orders.cart-full', { max: CART_LINES_MAX });
    return { cartId: id, packs: size.packs };
  });
}

/** Opens a cart with packs in it: all of them, or none and no cart. An empty one needs no row until something is put in. */
export async function fillCart(ctx: Ctx, inputs: readonly AddToCart[]): Promise<{ cartId: string; packs: number }> {
  authorize(ctx, 'cart.use');
  let cart = { cartId: randomUUID() as string, packs: 0 };
  if (inputs.length === 0) return cart;
  return transact(ctx, async (tx) => {
    for (const input of inputs) cart = await addToCart(tx, cart.cartId, input);
    return cart;
  });
}

/** Sets the number of packs of a line; zero takes it out. */
export async function changeCartLine(ctx: Ctx, cartId: string, input: ChangeCartLine): Promise<{ packs: number }> {
  authorize(ctx, 'cart.use');
  return transact(ctx, async (tx) => {
    const touched =
      input.count === 0
        ? await run(
            tx,
            sql`delete from cart_line where cart_id = ${cartId} and pack_id = (select id from pack where code = ${input.pack})`,
          )
        : await run(
            tx,
            sql`update cart_line set count = ${input.count}
                where cart_id = ${cartId} and pack_id = (select id from pack where code = ${input.pack})`,
          );
    if (touched === 0 && input.count > 0) throw new DomainError('not-found', 'orders.cart-line-gone');
    return { packs: (await sizeOf(tx, cartId)).packs };
  });
}

/** What is in a cart, oldest line first; nothing for a cart nobody knows. */
export async function findCart(ctx: Ctx, cartId: string | null): Promise<Cart> {
  authorize(ctx, 'cart.use');
  if (!cartId) return { items: [], coupon: null };
  const rows = await rowsOf<{ coupon: string | null; pack: string | null; count: number | null }>(
    ctx,
    sql`select cart.coupon, pack.code as pack, cart_line.count from cart
        left join cart_line on cart_line.cart_id = cart.id left join pack on pack.id = cart_line.pack_id
        where cart.id = ${cartId} order by cart_line.added_at, pack.code`,
  );
  const items = rows.flatMap(({ pack, count }) => (pack === null || count === null ? [] : [{ pack, count }]));
  return { items, coupon: rows[0]?.coupon ?? null };
}

/** The packs of a cart alone. */
export async function findCartItems(ctx: Ctx, cartId: string | null): Promise<CartItem[]> {
  return (await findCart(ctx, cartId)).items;
}

/**
 * Keeps a coupon's code with the cart, or takes it away when nothing was typed. Whether it helps depends on what is in the
 * cart and is said wherever the cart is priced.
 */
export async function enterCoupon(ctx: Ctx, cartId: string, input: EnterCoupon): Promise<void> {
  authorize(ctx, 'cart.use');
  await transact(ctx, (tx) => run(tx, sql`update cart set coupon = ${input.code || null} where id = ${cartId}`));
}

/** The signed-in buyer's cart takes in what the visitor's cart held; of the same pack the larger count stays. */
export async function adoptCart(ctx: Ctx, cartId: string | null): Promise<{ cartId: string | null; packs: number }> {
  authorize(ctx, 'cart.use');
  const userId = ctx.actor.id;
  if (!userId) return { cartId, packs: 0 };
  return transact(ctx, async (tx) => {
    const own = await rowOf<{ id: string }>(tx, sql`select id from cart where user_id = ${userId} for update`);
    if (own && cartId && own.id !== cartId) {
      await run(
        tx,
        sql`insert into cart_line (cart_id, pack_id, count, added_at)
            select ${own.id}, pack_id, count, added_at from cart_line where cart_id = ${cartId}
            on conflict (cart_id, pack_id) do update set count = greatest(cart_line.count, excluded.count)`,
      );
      await run(
        tx,
        sql`update cart set coupon = coalesce((select coupon from cart where id = ${cartId}), coupon) where id = ${own.id}`,
      );
      await run(tx, sql`delete from cart where id = ${cartId} and user_id is null`);
    }
    if (!own && cartId)
      await run(tx, sql`update cart set user_id = ${userId} where id = ${cartId} and user_id is null`);
    const id = own?.id ?? cartId;
    return { cartId: id, packs: id ? (await sizeOf(tx, id)).packs : 0 };
  });
}

async function packIdOf(tx: Tx, code: string): Promise<string> {
  const row = await rowOf<{ id: string }>(
    tx,
    sql`select pack.id from pack join product on product.id = pack.product_id
        where pack.code = ${code} and pack.on_sale and product.state = 'published'`,
  );
  if (!row) throw new DomainError('not-found', 'orders.pack-unknown');
  return row.id;
}

async function openCart(tx: Tx, cartId: string | null): Promise<string> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    cartId
      ? sql`insert into cart (id, touched_at) values (${cartId}, ${tx.now})
            on conflict (id) do update set touched_at = excluded.touched_at returning id`
      : sql`insert into cart (touched_at) values (${tx.now}) returning id`,
  );
  return rows[0]?.id ?? '';
}

async function sizeOf(tx: Tx, cartId: string): Promise<{ lines: number; packs: number }> {
  const row = await rowOf<{ lines: number; packs: number }>(
    tx,
    sql`select count(*)::int as lines, coalesce(sum(count), 0)::int as packs from cart_line where cart_id = ${cartId}`,
  );
  return row ?? { lines: 0, packs: 0 };
}
