import { useT } from '#app/i18n/index.tsx';

/** What the books call an account or an entry among themselves, for whoever has to ask about it. */
export function Code({ of }: { of: string }) {
  const t = useT();
  return (
    <details className="quiet small">
      <summary>{t('ledger.code')}</summary>
      <code className="checksum">{of}</code>
    </details>
  );
}
