import { DefinitionTable } from '#app/components/shop/definition-table.tsx';
import { formatDate, formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { StatementView } from '#server/statements/contract.ts';
import { usePayer } from './payer-name.ts';

/** Whose statement it is, of which days, who pays it how, and what was answered. */
export function StatementFacts({ statement }: { statement: StatementView }) {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const payerOf = usePayer();
  const { household, way, cycle, answeredAt, answeredBy, state } = statement;
  const answer =
    state === 'stated' || !answeredAt
      ? t('settlement.statements.until', { time: formatMoment(statement.answerUntil, language) })
      : [
          answeredBy && state !== 'objected' ? t(`settlement.statements.by.${answeredBy}`) : null,
          formatMoment(answeredAt, language),
        ]
          .filter(Boolean)
          .join(' · ');
  return (
    <DefinitionTable
      rows={[
        {
          term: t('settlement.household'),
          value: (
            <>
              <a className="link" href={`/books/dues/${household.code}`}>
                {household.name}
              </a>{' '}
              <span className="quiet">{text(household.village)}</span>
            </>
          ),
        },
        {
          term: t('settlement.statements.period'),
          value: t('settlement.statements.days', {
            from: formatDate(statement.from, language),
            to: formatDate(statement.to, language),
          }),
        },
        { term: t('settlement.statementPage.cycle'), value: t(`settlement.statementPage.cycles.${cycle}`) },
        { term: t('settlement.statementPage.payer'), value: payerOf(statement.payer) },
        { term: t('settlement.statementPage.way'), value: t(`settlement.statementPage.ways.${way}`) },
        {
          term: t('settlement.cardTail'),
          value: way === 'bank' ? (statement.cardTail ?? t('settlement.noCard')) : null,
        },
        { term: t('settlement.statementPage.made'), value: formatMoment(statement.madeAt, language) },
        { term: t('settlement.statements.answer'), value: answer },
      ]}
    />
  );
}
