import type { LoaderFunctionArgs } from '@remix-run/node';

type Context = LoaderFunctionArgs['context'];

const CART_DAYS = 60;
const SECONDS_PER_DAY = 86_400;

/** Remembers a visitor's cart: its secret id for us alone, and how full it is for the head of every page. */
export function rememberCart(context: Context, cartId: string, packs: number): void {
  const rest = `Path=/; Max-Age=${CART_DAYS * SECONDS_PER_DAY}; SameSite=Lax`;
  context.setCookie(`cart=${cartId}; ${rest}; HttpOnly`);
  context.setCookie(`cart_count=${Math.min(packs, 999)}; ${rest}`);
}

/** Leaves the cart with its owner when he signs out; whoever uses this browser next begins with none. */
export function forgetCart(context: Context): void {
  for (const name of ['cart', 'cart_count']) context.setCookie(`${name}=; Path=/; Max-Age=0; SameSite=Lax`);
}
