import { FigureCard } from '#app/components/office/figure-card.tsx';
import { Progress } from '#app/components/office/progress.tsx';
import { useT } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { PayoutRunView } from '#server/payouts/contract.ts';

/** What a run comes to and what became of it, and how far it is. */
export function RunFigures({ run }: { run: PayoutRunView }) {
  const t = useT();
  const cards = [
    { name: 'total', transfers: run.transfers, amount: run.total },
    { name: 'paid', ...run.paid },
    { name: 'failed', ...run.failed },
    { name: 'returned', ...run.returned },
    { name: 'open', ...run.open },
  ] as const;
  const known = run.transfers - run.open.transfers;
  return (
    <>
      {run.state === 'assembling' ? (
        <Progress
          label={t('settlement.payout.progress.assembling')}
          done={run.transfers}
          total={run.planned}
          note={t('settlement.payout.assemblingNote')}
        />
      ) : null}
      {run.state === 'exported' || run.state === 'settled' ? (
        <Progress label={t('settlement.payout.progress.bank')} done={known} total={run.transfers} />
      ) : null}
      <div className="figures">
        {cards
          .filter(({ name, transfers }) => name === 'total' || transfers > 0)
          .map(({ name, transfers, amount }) => (
            <FigureCard
              key={name}
              name={t(`settlement.payout.${name}`)}
              value={formatYuan(amount)}
              note={t('settlement.count', { count: transfers })}
            />
          ))}
      </div>
    </>
  );
}
