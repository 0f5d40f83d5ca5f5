import { data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { withCtx } from '#app/request.server.ts';
import { findProducts } from '#server/channels/ecommerce/index.ts';
import { tagsOfProducts } from './cache-tags.ts';
import { everything, filterOf, listHref } from './product-filter.ts';

/** What the list and the search show. A page past the end leads to the last; nothing found comes with what there is. */
export async function loadProductList(args: LoaderFunctionArgs) {
  const url = new URL(args.request.url);
  const filter = filterOf(url.searchParams);
  if (url.pathname === '/search' && filter.words === '') throw redirect(listHref(filter, { page: filter.page }));
  const list = await withCtx(args, (ctx) => findProducts(ctx, filter));
  if (filter.page > list.pages) throw redirect(listHref(filter, { page: list.pages }));
  const nothing = list.total === 0;
  const onSale = nothing ? await withCtx(args, (ctx) => findProducts(ctx, everything)) : null;
  return data(
    { ...list, suggestions: onSale?.families ?? [] },
    { headers: { 'x-cache-tags': tagsOfProducts(list.products) } },
  );
}
