import { data, type MetaFunction } from '@remix-run/node';
import { titleOf } from '#app/page-title.ts';
import { ErrorPage } from '../components/shell/error-page.tsx';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'errors.page.forbidden');

/** Where a request is led that its route's policy forbids: the page says so, and nothing of the route itself has run. */
export function loader() {
  return data(null, { status: 403 });
}

export const action = loader;

export default function RefusedPage() {
  return <ErrorPage status={403} refusal={{ code: 'access.denied' }} />;
}
