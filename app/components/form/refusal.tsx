import { useT } from '#app/i18n/index.tsx';
import { explainRefusal, type RefusalOf } from './explain.ts';

/** Why the trade said no: what happened, what is kept, what to do. Renders nothing when it did not. */
export function Refusal({ of }: { of: RefusalOf | null | undefined }) {
  const t = useT();
  if (!of) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} data-focus="">
      <p>{explainRefusal(t, of)}</p>
    </div>
  );
}
