import { data, type HeadersFunction } from '@remix-run/node';

/** What a loader gives with the tags of the changes its page must hear of, so that strangers may share the page. */
export function tagged<T>(view: T, tags: string[], products: { slug: string }[] = []) {
  const all = [...tags, ...products.map(({ slug }) => `product:${slug}`)];
  return data(view, { headers: { 'x-cache-tags': [...new Set(all)].join(' ') } });
}

/** For a route's `headers`: what its loader said stands on the document. */
export const headersOfLoader: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;
