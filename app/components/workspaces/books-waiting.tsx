import { WaitingList } from '#app/components/office/waiting-list.tsx';
import { useRefundWaiting } from '#app/components/refunds/refund-waiting.tsx';
import { useSettlementWaiting } from '#app/components/settlement/settlement-waiting.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { BooksProof } from '#server/insight/index.ts';
import { formatYuan } from '#server/kernel/money.ts';
import type { SettlementWaitingView } from '#server/payouts/contract.ts';
import type { RefundWaitingView } from '#server/refunds/contract.ts';
import type { BooksOverviewView } from '#server/settlement/contract.ts';
import { ActionLink } from './action-link.tsx';
import { jobName } from './job-name.ts';
import { isLate, useWaited } from './waited.ts';

type BooksWaitingProps = {
  overview: BooksOverviewView;
  settlement: SettlementWaitingView;
  refunds: RefundWaitingView;
  proof: BooksProof | null;
  now: string;
};

/** What waits for a bookkeeper: proofs that do not hold or are old, money nobody booked, households' money, work that did not run. */
export function BooksWaiting({ overview, settlement, refunds, proof, now }: BooksWaitingProps) {
  const t = useT();
  const language = useLanguage();
  const waited = useWaited(now);
  const audit = <ActionLink href="/books/audit" words={t('books.desk.prove')} of="" />;
  const moment = (at: string) => formatMoment(at, language);
  const settling = useSettlementWaiting(settlement, now);
  const goingBack = useRefundWaiting(refunds, now);
  const broken = proof?.results.filter(({ holds }) => !holds).length ?? 0;
  const proving = [
    ...(proof === null
      ? [{ id: 'never', title: t('books.desk.proofNever'), since: t('books.desk.proofDetail'), action: audit }]
      : []),
    ...(proof !== null && broken > 0
      ? [
          {
            id: 'broken',
            title: t('books.desk.proofBroken', { count: broken }),
            since: t('books.desk.proofSince', { time: moment(proof.asOf) }),
            action: audit,
          },
        ]
      : []),
    ...(proof !== null && broken === 0 && isLate(proof.asOf, now)
      ? [
          {
            id: 'old',
            title: t('books.desk.proofOld', { time: moment(proof.asOf) }),
            since: t('books.desk.proofDetail'),
            action: audit,
          },
        ]
      : []),
  ];
  const money = overview.unapplied.map((payment) => ({
    id: payment.id,
    title: t('books.desk.unapplied', { amount: formatYuan(payment.amount), order: payment.orderNumber }),
    since: waited(payment.since),
    detail: t('books.desk.unappliedDetail'),
    action: (
      <ActionLink
        href={`/books/orders/${payment.orderNumber}`}
        words={t('books.desk.openOrder')}
        of={payment.orderNumber}
        second
      />
    ),
  }));
  const jobs = overview.overdueJobs.map(({ name, dueAt }) => ({
    id: name,
    title: t('books.desk.job', { name: jobName(t, name) }),
    since: t('books.desk.jobSince', { time: moment(dueAt) }),
    detail: t('books.desk.jobHow'),
    action: null,
  }));
  return (
    <WaitingList
      items={[...proving, ...money, ...goingBack, ...settling, ...jobs]}
      empty={
        <EmptyState scene="all-done" title={t('books.desk.empty')}>
          {proof ? t('books.desk.emptyDetail', { time: moment(proof.asOf) }) : null}
        </EmptyState>
      }
    />
  );
}
