import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import { addFen, type Fen, fen, formatYuan } from '#server/kernel/money.ts';
import type { OrderRefundView } from '#server/refunds/contract.ts';

const told = ['missing', 'spoiled', 'not-harvested'] as const;

type Props = {
  refunds: OrderRefundView[];
  /** What households got by the sale, before anything went back. */
  reached: Fen;
};

/** What went back of an order: when, why, how much, which household gave back how much of it, and what is left to them. */
export function OrderRefunds({ refunds, reached }: Props) {
  const t = useT();
  const language = useLanguage();
  if (refunds.length === 0) return null;
  const total = addFen(...refunds.map((refund) => fen(refund.total)));
  const given = addFen(...refunds.flatMap(({ households }) => households.map((one) => fen(one.fen))));
  return (
    <section className="panel stack" aria-label={t('fulfilment.refunds.caption')}>
      <h2 className="section-title">{t('fulfilment.refunds.title')}</h2>
      <ul className="stack">
        {refunds.map((refund) => {
          const reason = told.find((code) => code === refund.reason);
          return (
            <li key={refund.number} className="row row-between">
              <div>
                <b>{t(`fulfilment.refunds.kind.${refund.kind}`)}</b>
                {reason ? <span> · {t(`fulfilment.refunds.reason.${reason}`)}</span> : null}
                <span className="quiet small block">
                  {formatMoment(refund.at, language)} · {refund.number}
                  {refund.state ? ` · ${t(`fulfilment.refunds.state.${refund.state}`)}` : ''}
                </span>
                <span className="small block">
                  {refund.households.length === 0
                    ? t('fulfilment.refunds.noHousehold')
                    : t('fulfilment.refunds.households', {
                        list: refund.households
                          .map(({ code, maskedName, fen: amount }) =>
                            t('fulfilment.refunds.household', { name: maskedName, code, amount: formatYuan(amount) }),
                          )
                          .join(' · '),
                      })}
                </span>
                {refund.freight > 0 ? (
                  <span className="small block">
                    {t('fulfilment.refunds.freight', { amount: formatYuan(refund.freight) })}
                  </span>
                ) : null}
              </div>
              <strong className="price">{formatYuan(refund.total)}</strong>
            </li>
          );
        })}
      </ul>
      {refunds.length > 1 ? <p>{t('fulfilment.refunds.total', { amount: formatYuan(total) })}</p> : null}
      {given > 0 ? <p>{t('fulfilment.refunds.left', { amount: formatYuan(fen(reached - given)) })}</p> : null}
    </section>
  );
}
