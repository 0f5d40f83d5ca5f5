import { MaskedName } from '#app/components/shop/masked-name.tsx';
import { formatCount, formatDay, formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { HomeView } from '#server/channels/ecommerce/contract.ts';
import { formatYuan } from '#server/kernel/money.ts';

/** The ledger's total: what has reached households, of this week and ever. Before the first order it says just that. */
export function LedgerSum({ home }: { home: HomeView & { today: string } }) {
  const t = useT();
  const language = useLanguage();
  const { householdFenEver, householdsThisWeek, householdsEver, ordersEver, today } = home;
  if (householdsEver === 0) {
    return (
      <section className="ledger-sum">
        <h2>{t('storefront.home.ledger')}</h2>
        <p className="ledger-total">{t('storefront.home.totalNone')}</p>
      </section>
    );
  }
  return (
    <section className="ledger-sum">
      <h2>
        {t('storefront.home.total')}{' '}
        <small>{t('storefront.home.ledgerDay', { day: formatDay(today, language) })}</small>
      </h2>
      <p className="ledger-total">{formatYuan(householdFenEver)}</p>
      {householdsThisWeek > 0 ? (
        <dl>
          <div>
            <dt>{t('storefront.home.thisWeek')}</dt>
            <dd>{t('storefront.home.households', { count: householdsThisWeek })}</dd>
          </div>
          <div>
            <dt>{t('storefront.home.ever')}</dt>
            <dd>{t('storefront.home.households', { count: householdsEver })}</dd>
          </div>
          <div>
            <dt className="visually-hidden">{t('storefront.home.ever')}</dt>
            <dd>{t('storefront.home.ofOrders', { orders: formatCount(ordersEver) })}</dd>
          </div>
        </dl>
      ) : (
        <p>{t('storefront.home.quietWeek', { count: householdsEver })}</p>
      )}
    </section>
  );
}

/** The ledger's last lines: to whom, where, for what, how much. */
export function LedgerRows({ home }: { home: HomeView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  return (
    <section className="ledger-rows">
      <h2>{t('storefront.home.recent')}</h2>
      {home.recent.length === 0 ? <p className="quiet">{t('storefront.home.recentNone')}</p> : null}
      <ol>
        {home.recent.map(({ at, household, village, product, fen }) => (
          <li key={`${at}${household}`}>
            <MaskedName name={household} />
            <b>{formatYuan(fen)}</b>
            <span>
              <a href={`/villages/${village.code}`}>{text(village.name)}</a> · {text(product)}
            </span>
            <time dateTime={at}>{formatMoment(at, language)}</time>
          </li>
        ))}
      </ol>
      <a className="link" href="/figures">
        {t('storefront.home.books')}
      </a>
    </section>
  );
}
