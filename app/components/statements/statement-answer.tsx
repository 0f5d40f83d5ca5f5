import { useT } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { StatementView } from '#server/statements/contract.ts';

/** The household's answer: one large button for yes, one to say what is wrong. What somebody asks to keep has a yes of its own. */
export function StatementAnswer({ statement, base }: { statement: StatementView; base: string }) {
  const t = useT();
  const asked = statement.sums.deductions;
  return (
    <section className="stack statement-answer">
      <h2>{t('statements.answer.title')}</h2>
      <form method="post" action={`${base}/confirmation`} className="stack">
        <button type="submit" name="deductions" value="accept" className="btn btn-large btn-wide">
          {asked === 0
            ? t('statements.answer.accept')
            : t('statements.answer.acceptDeductions', { amount: formatYuan(-asked) })}
        </button>
        {asked === 0 ? null : (
          <button type="submit" name="deductions" value="refuse" className="btn btn-second btn-large btn-wide">
            {t('statements.answer.refuseDeductions')}
          </button>
        )}
      </form>
      <a className="btn btn-second btn-large btn-wide" href={`${base}/objection`}>
        {t('statements.answer.object')}
      </a>
    </section>
  );
}
