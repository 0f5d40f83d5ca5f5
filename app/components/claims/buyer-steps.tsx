import { Confirm } from '#app/components/form/confirm.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { ClaimView } from '#server/after-sales/contract.ts';
import { fen, formatYuan } from '#server/kernel/money.ts';

/** Whose turn it is, and what the buyer of a claim can do now, each with what it means. */
export function BuyerSteps({ claim, search }: { claim: ClaimView; search: string }) {
  const t = useT();
  const language = useLanguage();
  const page = `/orders/${claim.orderNumber}/claims/${claim.number}`;
  const words = claim.moves.at(-1)?.words ?? '';
  const canWithdraw = ['applied', 'evidence-asked', 'awaiting-return', 'escalated'].includes(claim.state);
  return (
    <section className="panel stack">
      {claim.canEscalate ? null : (
        <p>
          {t(`claims.stands.${claim.state}`, {
            time: claim.dueAt ? formatMoment(claim.dueAt, language) : '',
            amount: formatYuan(claim.refund?.total ?? fen(0)),
          })}
        </p>
      )}
      {claim.state === 'evidence-asked' ? (
        <>
          <p>{t('claims.buyer.evidenceLead', { words })}</p>
          <a className="btn" href={`${page}/evidence${search}`}>
            {t('claims.buyer.evidence')}
          </a>
        </>
      ) : null}
      {claim.canEscalate && claim.escalateUntil ? (
        <>
          <p>{t('claims.buyer.escalateLead', { words, time: formatMoment(claim.escalateUntil, language) })}</p>
          <a className="btn" href={`${page}/escalation${search}`}>
            {t('claims.buyer.escalate')}
          </a>
        </>
      ) : null}
      {claim.state === 'awaiting-return' ? (
        <>
          <p>{t('claims.buyer.sendBackLead')}</p>
          <a className="btn" href={`${page}/return${search}`}>
            {t('claims.buyer.sendBack')}
          </a>
        </>
      ) : null}
      {canWithdraw ? (
        <Confirm ask={t('claims.buyer.withdraw')} consequence={t('claims.buyer.withdrawSure')}>
          <form method="post" action={`${page}/withdrawal${search}`}>
            <button type="submit" className="btn btn-danger">
              {t('claims.buyer.withdraw')}
            </button>
          </form>
        </Confirm>
      ) : null}
    </section>
  );
}
