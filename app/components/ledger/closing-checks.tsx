import type { ReactNode } from 'react';
import { StatusPill, type Tone } from '#app/components/office/status-pill.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { ClosingMonth } from '#server/insight/contract.ts';

type Verdict = 'ok' | 'no' | 'look';
type Line = { id: string; verdict: Verdict; what: string; detail?: ReactNode; href?: string; action?: string };

const toneOf: Record<Verdict, Tone> = { ok: 'good', no: 'problem', look: 'waiting' };

const waitingAt = {
  unapplied: '/books',
  lines: '/books/bank/lines',
  refunds: '/books/refunds',
} as const;

/** What has to hold before a month is closed, and what is good to know: each with its verdict, and where to see to it. */
export function ClosingChecks({ next }: { next: ClosingMonth }) {
  const t = useT();
  const language = useLanguage();
  const lines: Line[] = [
    next.isOver
      ? { id: 'over', verdict: 'ok', what: t('ledger.periods.over') }
      : { id: 'over', verdict: 'no', what: t('ledger.periods.notOver') },
    { id: 'order', verdict: 'ok', what: t('ledger.periods.order') },
    { id: 'proofs', what: t('ledger.periods.proofs'), ...proofOf(next, t, language) },
    ...(['unapplied', 'lines', 'refunds'] as const).map((name): Line => {
      const count = next.waiting[name];
      const what = t(`ledger.periods.${name}`);
      if (count === 0) return { id: name, verdict: 'ok', what, detail: t('ledger.periods.none') };
      const detail = t('ledger.periods.some', { count });
      return { id: name, verdict: 'look', what, detail, href: waitingAt[name], action: t('ledger.periods.look') };
    }),
  ];
  return (
    <ul className="proofs">
      {lines.map(({ id, verdict, what, detail, href, action }) => (
        <li key={id}>
          <StatusPill tone={toneOf[verdict]}>{t(`ledger.periods.check.${verdict}`)}</StatusPill>
          <span>
            <b>{what}</b>
            {detail ? <span className="quiet small block">{detail}</span> : null}
            {href ? (
              <a className="link small" href={href}>
                {action}
                <span className="visually-hidden"> {what}</span>
              </a>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

type Proved = Pick<Line, 'verdict' | 'detail' | 'href' | 'action'>;

function proofOf(
  { proof }: ClosingMonth,
  t: ReturnType<typeof useT>,
  language: ReturnType<typeof useLanguage>,
): Proved {
  const prove = { href: '/books/audit', action: t('ledger.periods.prove') };
  if (!proof) return { verdict: 'look', detail: t('ledger.periods.proofsNever'), ...prove };
  if (proof.broken > 0) {
    return { verdict: 'no', detail: t('ledger.periods.proofsBreak', { count: proof.broken }), ...prove };
  }
  const time = formatMoment(proof.asOf, language);
  const hold = t('ledger.periods.proofsHold', { count: proof.proofs, time });
  return { verdict: 'ok', detail: `${hold} ${t('ledger.periods.proofsAgain')}` };
}
