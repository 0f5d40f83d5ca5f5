import type { WaitingItem } from '#app/components/office/waiting-list.tsx';
import { ActionLink } from '#app/components/workspaces/action-link.tsx';
import { useWaited } from '#app/components/workspaces/waited.ts';
import { useT } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { SettlementWaitingView } from '#server/payouts/contract.ts';

/** What of settlement waits for a bookkeeper: the second check of a run, objections, agreed money. */
export function useSettlementWaiting({ runs, objections, payable }: SettlementWaitingView, now: string): WaitingItem[] {
  const t = useT();
  const waited = useWaited(now);
  return [
    ...runs.map(({ number, transfers, total, madeBy, since }) => ({
      id: number,
      title: t('settlement.waiting.run', { number }),
      since: waited(since),
      detail: t('settlement.waiting.runDetail', { by: madeBy, count: transfers, amount: formatYuan(total) }),
      action: <ActionLink href={`/books/payouts/${number}`} words={t('settlement.waiting.check')} of={number} />,
    })),
    ...objections.map(({ id, household, statement, since }) => ({
      id,
      title: t('settlement.waiting.objection', { household }),
      since: waited(since),
      detail: t('settlement.waiting.objectionDetail', { statement }),
      action: (
        <ActionLink href={`/books/objections/${id}`} words={t('settlement.waiting.answer')} of={household} second />
      ),
    })),
    ...(payable.since
      ? [
          {
            id: 'payable',
            title: t('settlement.waiting.payable', { count: payable.statements }),
            since: waited(payable.since),
            detail: t('settlement.waiting.payableDetail', { amount: formatYuan(payable.amount) }),
            action: <ActionLink href="/books/payouts" words={t('settlement.waiting.pay')} of="" second />,
          },
        ]
      : []),
  ];
}
