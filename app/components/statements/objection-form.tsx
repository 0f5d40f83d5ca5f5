import { useForm } from '@conform-to/react';
import { Chips } from '#app/components/form/chips.tsx';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { TextArea } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import { formatYuan } from '#server/kernel/money.ts';
import type { ObjectStatement, StatementView } from '#server/statements/contract.ts';
import { useLineWords } from './statement-lines.tsx';

type ObjectionFormProps = { statement: StatementView; sent: Sent | undefined; back: string };

/** Which lines are wrong, and why; once answered it says so, and keeps what was typed. */
export function ObjectionForm({ statement, sent, back }: ObjectionFormProps) {
  const t = useT();
  const wordsOf = useLineWords();
  const [, { lines, reason }] = useForm<ObjectStatement>({ id: 'objection', lastResult: sent?.lastResult ?? null });
  const labels = { lines: t('statements.objection.lines'), reason: t('statements.objection.reason') };
  const chosen = lines.initialValue;
  return (
    <>
      <h1>{t('statements.objection.title')}</h1>
      <p>{t('statements.objection.lead')}</p>
      {statement.mayAnswer || sent ? (
        <form method="post" className="form" noValidate>
          <Refusal of={sent?.refusal} />
          <ErrorSummary
            fields={[
              { field: lines, label: labels.lines },
              { field: reason, label: labels.reason },
            ]}
          />
          <Chips
            of={{ id: lines.id, name: lines.name, errors: lines.errors }}
            legend={labels.lines}
            many
            value={Array.isArray(chosen) ? chosen.filter((line) => line !== undefined) : []}
            chips={statement.lines.map((line) => ({
              value: line.id,
              label: wordsOf(line),
              detail: formatYuan(line.amount),
            }))}
          />
          <TextArea of={reason} label={labels.reason} help={t('statements.objection.reasonHelp')} maxLength={500} />
          <button type="submit" className="btn btn-large btn-wide">
            {t('statements.objection.submit')}
          </button>
        </form>
      ) : (
        <p>{t('statements.closed')}</p>
      )}
      <p>
        <a className="link" href={back}>
          {t('statements.objection.back')}
        </a>
      </p>
    </>
  );
}
