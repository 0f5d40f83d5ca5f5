import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { PayoutWay, SettlementCycle } from '#server/dues/contract.ts';
import type { LocalizedText } from '#server/kernel/text.ts';

type AgreedProps = {
  agreements: { organization: string | null; cycle: SettlementCycle; payer: string; cap: number; way: PayoutWay }[];
  sellers: { id: string; code: string; name: LocalizedText }[];
};

/** How a household is settled with, by each organization it sells through. */
export function Agreed({ agreements, sellers }: AgreedProps) {
  const t = useT();
  const text = useText();
  const seller = (is: (one: AgreedProps['sellers'][number]) => boolean) => {
    const found = sellers.find(is);
    return found ? text(found.name) : null;
  };
  return (
    <section className="more">
      <h2>{t('settlement.due.agreed')}</h2>
      <DefinitionTable
        rows={agreements.map(({ organization, cycle, payer, cap, way }) => ({
          term: seller(({ code }) => code === organization) ?? t('settlement.due.agreedCommon'),
          value: t('settlement.due.agreedWords', {
            cycle: t(`settlement.statementPage.cycles.${cycle}`),
            payer: seller(({ id }) => id === payer) ?? t('settlement.platform'),
            way: t(`settlement.statementPage.ways.${way}`),
            cap: cap / 100,
          }),
        }))}
      />
    </section>
  );
}
