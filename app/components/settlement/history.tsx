import { Timeline } from '#app/components/shop/timeline.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';

export type HistoryStep = { to: string; state: string; reason: string | null; at: string; by: string | null };

/** What happened to a run or a statement, step by step, by whom and why. */
export function History({ title, steps }: { title: string; steps: HistoryStep[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <section>
      <h2>{title}</h2>
      <Timeline
        steps={steps.map(({ to, state, reason, at, by }) => ({
          id: `${to} ${at}`,
          when: formatMoment(at, language),
          title: state,
          detail: [by ?? t('settlement.statementPage.system'), reason].filter(Boolean).join(' · '),
        }))}
      />
    </section>
  );
}
