import { useForm } from '@conform-to/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { formatPhone, useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';

type CodeFormProps = { phone: string; way: string; demo: boolean; sent?: Sent | undefined };

/** The second step of signing in by text: the code, and where it went. */
export function CodeForm({ phone, way, demo, sent }: CodeFormProps) {
  const t = useT();
  const [, { code }] = useForm<{ code: string }>({ id: 'code', lastResult: sent?.lastResult ?? null });
  const label = t('people.code.code');
  return (
    <div className="page page-narrow stack">
      <h1>{t('people.code.title')}</h1>
      <p>{t('people.code.sent', { phone: formatPhone(phone) })}</p>
      <form method="post" action={`/sign-in/code${way}`} className="form" noValidate>
        <Refusal of={sent?.refusal} />
        <ErrorSummary fields={[{ field: code, label }]} />
        <input type="hidden" name="phone" value={phone} />
        <Field of={code} label={label} inputMode="numeric" autoComplete="one-time-code" maxLength={12} required />
        <button type="submit" className="btn btn-wide">
          {t('people.code.submit')}
        </button>
      </form>
      <p className="row">
        <a className="link" href={`/sign-in/phone${way}`}>
          {t('people.code.again')}
        </a>
        {demo ? (
          <a className="link" href="/outbox" target="_blank" rel="noreferrer">
            {t('people.code.demo')}
          </a>
        ) : null}
      </p>
    </div>
  );
}
