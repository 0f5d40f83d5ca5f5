import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { TraceFinder } from '#app/components/provenance/trace-finder.tsx';
import { publicMeta } from '#app/components/storefront/page-meta.ts';
import { useT } from '#app/i18n/index.tsx';

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(matches, ({ t }) => ({
    title: t('shell.title', { page: t('provenance.trace.find') }),
    description: t('provenance.trace.findLead'),
  }));

/** Leads to the lot whose code was typed; what people put between the letters does not matter. */
export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('code') ?? '';
  const code = typed
    .normalize('NFKC')
    .replace(/[\s\-_/.]/g, '')
    .toUpperCase();
  return code ? redirect(`/trace/${encodeURIComponent(code.slice(0, 40))}`) : null;
}

export default function TraceFindPage() {
  const t = useT();
  return (
    <div className="page-narrow stack">
      <h1>{t('provenance.trace.find')}</h1>
      <p className="quiet prose">{t('provenance.trace.findLead')}</p>
      <TraceFinder />
    </div>
  );
}
