import { formatDate, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { OrderPapersView } from '#server/documents/contract.ts';

type OrderPapersProps = { papers: OrderPapersView; orderNumber: string; search: string };

/** The papers of an order, each to open as PDF, and the way to its invoice. */
export function OrderPapers({ papers, orderNumber, search }: OrderPapersProps) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const { documents, mayAskInvoice } = papers;
  const several = new Set(documents.map(({ sellerCode }) => sellerCode)).size > 1;
  const asked = documents.some(({ kind }) => kind === 'invoice');
  return (
    <section className="panel stack screen-only" aria-label={t('documents.order.title')}>
      <h2 className="section-title">{t('documents.order.title')}</h2>
      {documents.length === 0 ? <p className="quiet">{t('documents.order.pending')}</p> : null}
      <ul className="paper-list">
        {documents.map(({ id, kind, number, seller, issuedAt }) => (
          <li key={id}>
            <a href={`/orders/${orderNumber}/papers/${id}${search}`}>
              <span>{t('documents.order.of', { kind: t(`documents.kinds.${kind}`), number })}</span>
              <small>{t('documents.order.open')}</small>
            </a>
            <span className="quiet small">
              {several ? `${text(seller)} · ` : ''}
              {formatDate(issuedAt, language)}
            </span>
          </li>
        ))}
      </ul>
      {asked ? <p className="quiet small">{t('documents.order.asked')}</p> : null}
      {mayAskInvoice ? (
        <div className="row">
          <a className="btn btn-second" href={`/orders/${orderNumber}/invoice${search}`}>
            {t('documents.order.askInvoice')}
          </a>
        </div>
      ) : null}
    </section>
  );
}
