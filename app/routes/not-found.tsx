import { data } from '@remix-run/node';
import { ErrorPage } from '../components/shell/error-page.tsx';

export function loader() {
  return data(null, { status: 404 });
}

export const action = loader;

export default function NotFoundPage() {
  return <ErrorPage status={404} />;
}
