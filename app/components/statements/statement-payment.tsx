import { formatDate, unbroken, useLanguage, useT } from '#app/i18n/index.tsx';
import type { StatementView } from '#server/statements/contract.ts';

/** How the money comes, or came: to which card, in cash, or what the bank said. */
export function StatementPayment({ statement }: { statement: StatementView }) {
  const t = useT();
  const language = useLanguage();
  const [last] = statement.transfers;
  if (last?.state === 'paid' && last.paidAt) {
    return (
      <>
        {t('statements.transfer.paid', { day: unbroken(formatDate(last.paidAt, language)), tail: last.cardTail ?? '' })}
      </>
    );
  }
  if (last?.state === 'failed' || last?.state === 'returned') {
    return <>{t(`statements.transfer.${last.state}`, { reason: last.reason ?? '' })}</>;
  }
  if (statement.way === 'cash') return <>{t('statements.inCash')}</>;
  return <>{statement.cardTail ? t('statements.toCard', { tail: statement.cardTail }) : t('statements.noCard')}</>;
}
