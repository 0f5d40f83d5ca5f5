import { data } from '@remix-run/node';

/** Where a request is led that its route's policy forbids: the page says so, and nothing of the route itself has run. */
export function loader() {
  throw data({ refusal: { code: 'access.denied' } }, { status: 403 });
}

export const action = loader;
