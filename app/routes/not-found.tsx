import { data, type MetaFunction } from '@remix-run/node';
import { titleOf } from '#app/page-title.ts';
import { ErrorPage } from '../components/shell/error-page.tsx';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'errors.page.notFound');

export function loader() {
  return data(null, { status: 404 });
}

export const action = loader;

export default function NotFoundPage() {
  return <ErrorPage status={404} />;
}
