import type { HeadersFunction, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { publicMeta } from '#app/components/storefront/page-meta.ts';
import { loadProductList as loader } from '#app/components/storefront/product-list.server.ts';
import { ProductList } from '#app/components/storefront/product-list.tsx';

export { loader };

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

export const meta: MetaFunction<typeof loader> = ({ matches, data: list }) =>
  publicMeta(matches, ({ t }) => {
    const words = t('storefront.list.titleWords', { words: list?.filter.words ?? '' });
    return { title: t('shell.title', { page: words }), description: t('storefront.list.description'), hidden: true };
  });

export default function SearchPage() {
  const { suggestions, ...list } = useLoaderData<typeof loader>();
  return <ProductList list={list} suggestions={suggestions} />;
}
