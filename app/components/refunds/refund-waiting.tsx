import type { WaitingItem } from '#app/components/office/waiting-list.tsx';
import { ActionLink } from '#app/components/workspaces/action-link.tsx';
import { useWaited } from '#app/components/workspaces/waited.ts';
import { formatDate, useLanguage, useT } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { RefundWaitingView } from '#server/refunds/contract.ts';

/** What of money going back waits for a bookkeeper: disputes with their day, and refunds that failed. */
export function useRefundWaiting({ failed, disputes }: RefundWaitingView, now: string): WaitingItem[] {
  const t = useT();
  const language = useLanguage();
  const waited = useWaited(now);
  return [
    ...disputes.map(({ reference, orderNumber, amount, since, answerBy }) => ({
      id: reference,
      title: t('moneyBack.waiting.dispute', { amount: formatYuan(amount), order: orderNumber }),
      since: waited(since),
      detail: answerBy ? t('moneyBack.waiting.disputeDetail', { day: formatDate(answerBy, language) }) : undefined,
      action: <ActionLink href="/books/disputes" words={t('moneyBack.waiting.look')} of={orderNumber} />,
    })),
    ...(failed.since
      ? [
          {
            id: 'failed-refunds',
            title: t('moneyBack.waiting.failed', { count: failed.refunds }),
            since: waited(failed.since),
            detail: t('moneyBack.waiting.failedDetail', { amount: formatYuan(failed.amount) }),
            action: <ActionLink href="/books/refunds" words={t('moneyBack.waiting.look')} of={t('moneyBack.title')} />,
          },
        ]
      : []),
  ];
}
