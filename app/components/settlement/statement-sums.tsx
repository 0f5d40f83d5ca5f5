import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { useT } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { StatementView } from '#server/statements/contract.ts';

const kinds = ['sales', 'returns', 'deductions', 'advances', 'advancesRepaid', 'adjustments'] as const;

/** What the amount of a statement is made of; kinds that do not occur are left out. */
export function StatementSums({ statement }: { statement: StatementView }) {
  const t = useT();
  const { sums, amount, carriedOver } = statement;
  return (
    <section>
      <h2>{t('settlement.statementPage.sums')}</h2>
      <DefinitionTable
        rows={[
          ...kinds.map((kind) => ({
            term: t(`settlement.statementPage.sumsOf.${kind}`),
            value: sums[kind] === 0 ? null : formatYuan(sums[kind]),
          })),
          { term: t('settlement.statementPage.sumsOf.total'), value: <b>{formatYuan(amount)}</b> },
          {
            term: t('settlement.statementPage.carried'),
            value: carriedOver === 0 ? null : formatYuan(carriedOver),
          },
        ]}
      />
    </section>
  );
}
