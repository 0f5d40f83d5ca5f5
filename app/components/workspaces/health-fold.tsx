import { useT } from '#app/i18n/index.tsx';
import type { HealthView } from '#server/insight/index.ts';
import { HealthTable } from './health-table.tsx';

/** Recurring work in one line while all of it is on time; what is late is shown open. */
export function HealthFold({ health }: { health: HealthView }) {
  const t = useT();
  const late = health.jobs.some(({ overdue }) => overdue);
  if (late || health.jobs.length === 0) return <HealthTable health={health} />;
  return (
    <details>
      <summary>{t('workspaces.admin.allOnTime', { count: health.jobs.length })}</summary>
      <HealthTable health={health} />
    </details>
  );
}
