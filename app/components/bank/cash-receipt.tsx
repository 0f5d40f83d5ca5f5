import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { CashReceiptView } from '#server/bank/contract.ts';
import { formatYuan } from '#server/kernel/money.ts';

/** What was taken and given back, under the receipt's own number. */
export function CashReceipt({ receipt }: { receipt: CashReceiptView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  return (
    <section className="panel stack">
      <h2>{t('bank.cash.receipt', { number: receipt.number })}</h2>
      <p>{text(receipt.organization)}</p>
      <DefinitionTable
        rows={[
          { term: t('bank.cash.number'), value: receipt.orderNumber },
          { term: t('bank.cash.due'), value: formatYuan(receipt.due) },
          { term: t('bank.cash.got'), value: formatYuan(receipt.taken) },
          { term: t('bank.cash.change'), value: <b>{formatYuan(receipt.change)}</b> },
          { term: t('bank.cash.at'), value: formatMoment(receipt.at, language) },
          { term: t('bank.cash.by'), value: receipt.by },
        ]}
      />
    </section>
  );
}
