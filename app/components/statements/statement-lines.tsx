import { formatCount, formatDateBeside, formatWeight, unbroken, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import type { DueLineView } from '#server/dues/contract.ts';
import { formatYuan } from '#server/kernel/money.ts';

/** What one line of a statement is for, in words a household uses. */
export function useLineWords(): (line: DueLineView) => string {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  return (line) => {
    const produce = line.produce ? text(line.produce) : '';
    if (line.kind === 'sale' && line.quantity !== null && line.agreedPrice !== null) {
      const byPiece = line.baseUnit === 'piece';
      return t('statements.lines.sale', {
        produce,
        quantity: unbroken(byPiece ? formatCount(line.quantity) : formatWeight(line.quantity, language)),
        per: t(byPiece ? 'statements.lines.piece' : 'statements.lines.kilo'),
        price: formatYuan(line.agreedPrice),
      });
    }
    if (line.kind === 'sale') return t('statements.lines.saleBare');
    return t(`statements.lines.${line.kind}`, { produce, note: line.note ?? '' });
  };
}

/** Every line with its amount; what is taken off stands with a minus. `beside` is a day of the statement's own year. */
export function StatementLines({ lines, beside }: { lines: DueLineView[]; beside: string }) {
  const t = useT();
  const language = useLanguage();
  const wordsOf = useLineWords();
  const countedOf = ({ aroseOn }: DueLineView) =>
    t('statements.lines.counted', { day: formatDateBeside(aroseOn, beside, language) });
  return (
    <ul className="statement-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <span>
            {wordsOf(line)}
            <small>
              {line.isRest ? `${t('statements.lines.rest')} · ` : ''}
              {line.orderNumber
                ? t('statements.lines.order', { number: line.orderNumber, day: countedOf(line) })
                : countedOf(line)}
            </small>
          </span>
          <b>{formatYuan(line.amount)}</b>
        </li>
      ))}
    </ul>
  );
}
