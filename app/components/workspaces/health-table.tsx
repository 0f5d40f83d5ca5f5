import { StatusPill } from '#app/components/office/status-pill.tsx';
import { Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { HealthView } from '#server/insight/index.ts';
import { jobName } from './job-name.ts';

/** Recurring work: when it last ran, by when it must have run again. */
export function HealthTable({ health }: { health: HealthView }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Table
      caption={t('workspaces.admin.health')}
      captionHidden
      columns={[
        { id: 'job', head: t('workspaces.admin.job'), heading: true, cell: (row) => jobName(t, row.name) },
        {
          id: 'state',
          head: t('workspaces.admin.state'),
          cell: (row) => (
            <StatusPill tone={row.overdue ? 'problem' : 'good'}>
              {t(row.overdue ? 'workspaces.admin.overdue' : 'workspaces.admin.onTime')}
            </StatusPill>
          ),
        },
        { id: 'last', head: t('workspaces.admin.lastRun'), cell: (row) => formatMoment(row.lastAt, language) },
        { id: 'due', head: t('workspaces.admin.due'), cell: (row) => formatMoment(row.dueAt, language) },
      ]}
      rows={health.jobs}
      keyOf={(row) => row.name}
      empty={
        <EmptyState scene="closed" title={t('workspaces.admin.noJobs')}>
          {t('workspaces.admin.noJobsDetail')}
        </EmptyState>
      }
    />
  );
}
