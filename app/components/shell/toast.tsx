import { useT } from '#app/i18n/index.tsx';

export type Flash = { tone: 'good' | 'problem'; message: string };

/** What has just been done, once, after a redirect. Stays until closed or the next page. */
export function Toast({ flash }: { flash: Flash | null | undefined }) {
  const t = useT();
  if (!flash) return null;
  return (
    <div className={`toast toast-${flash.tone}`} role="status" data-toast="">
      <span>{flash.message}</span>
      <button type="button" data-dismiss="" aria-label={t('components.toast.close')} hidden>
        ×
      </button>
    </div>
  );
}
