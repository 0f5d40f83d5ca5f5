import { StatusPill } from '#app/components/office/status-pill.tsx';
import { useT } from '#app/i18n/index.tsx';

/** Beside whatever exists in a demo only. */
export function SampleMark() {
  const t = useT();
  return <StatusPill tone="quiet">{t('provenance.sample')}</StatusPill>;
}
