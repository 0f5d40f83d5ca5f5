import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { TransferView } from '#server/bank/contract.ts';
import { formatYuan } from '#server/kernel/money.ts';
import type { ReceivingAccount } from '#server/payments/index.ts';

/** Where to send how much under which code. */
export function TransferFacts({ transfer, account }: { transfer: TransferView; account: ReceivingAccount }) {
  const t = useT();
  const language = useLanguage();
  return (
    <section className="panel stack transfer">
      <p>
        <span className="quiet small">{t('bank.transfer.code')}</span>
        <b className="figure transfer-code" translate="no">
          {transfer.code}
        </b>
        <span className="quiet small">{t('bank.transfer.codeHelp')}</span>
      </p>
      <p className="row row-between">
        <span>{t(transfer.received > 0 ? 'bank.transfer.missing' : 'bank.transfer.amount')}</span>
        <span className="price price-large">{formatYuan(transfer.missing)}</span>
      </p>
      <DefinitionTable
        rows={[
          { term: t('bank.transfer.holder'), value: account.holder },
          { term: t('bank.transfer.bank'), value: account.bank },
          { term: t('bank.transfer.number'), value: account.number },
          { term: t('bank.transfer.order'), value: transfer.number },
        ]}
      />
      {account.sample ? <p className="notice">{t('bank.transfer.sample')}</p> : null}
      <p>
        {transfer.held
          ? t('bank.transfer.held', { time: formatMoment(transfer.holdExpiresAt, language) })
          : t('bank.transfer.notHeld')}
      </p>
      <p className="quiet small">{t('bank.transfer.several')}</p>
    </section>
  );
}
