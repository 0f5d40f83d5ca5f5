import { useT } from '#app/i18n/index.tsx';
import { explainRefusal, type RefusalOf } from '../form/explain.ts';
import { EmptyState } from './empty-state.tsx';

/** What a reader sees in place of a page: what happened, what is kept, what to do. */
export function ErrorPage({ status, refusal }: { status: number; refusal?: RefusalOf }) {
  const t = useT();
  const kind = kindOf(status);
  return (
    <div className="page error-page">
      <EmptyState
        scene={kind === 'notFound' ? 'lost' : kind === 'forbidden' || kind === 'refused' ? 'closed' : 'storm'}
        heading="h1"
        title={t(`errors.page.${kind}`)}
        action={
          <>
            <a className="btn" href="/">
              {t('errors.page.back')}
            </a>
            <a className="btn btn-second" href="/products">
              {t('errors.page.browse')}
            </a>
          </>
        }
      >
        {refusal ? explainRefusal(t, refusal) : t(`errors.page.${kind}Detail`)}
      </EmptyState>
    </div>
  );
}

function kindOf(status: number): 'notFound' | 'forbidden' | 'unavailable' | 'refused' | 'broken' {
  if (status === 404 || status === 410) return 'notFound';
  if (status === 401 || status === 403) return 'forbidden';
  if (status === 503 || status === 429) return 'unavailable';
  return status < 500 ? 'refused' : 'broken';
}
