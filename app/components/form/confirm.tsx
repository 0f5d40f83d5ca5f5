import type { ReactNode } from 'react';
import { useT } from '#app/i18n/index.tsx';

type ConfirmProps = { ask: ReactNode; consequence: ReactNode; children: ReactNode };

/** Asks before something that cannot be taken back, with the consequence in words. The form stands inside; it opens without a script. */
export function Confirm({ ask, consequence, children }: ConfirmProps) {
  const t = useT();
  return (
    <details className="confirm">
      <summary className="btn btn-danger">{ask}</summary>
      <fieldset className="panel stack" aria-label={t('components.form.confirm')}>
        <div>{consequence}</div>
        {children}
      </fieldset>
    </details>
  );
}
