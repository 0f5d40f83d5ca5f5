import { useLineWords } from '#app/components/statements/statement-lines.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { DueLineView } from '#server/dues/contract.ts';

/** What one line is for, in the words of the books; a household reads the same line in words said to it. */
export function useBookLineWords(): (line: DueLineView) => string {
  const t = useT();
  const text = useText();
  const saleWords = useLineWords();
  return (line) => {
    if (line.kind === 'sale') return saleWords(line);
    const produce = line.produce ? text(line.produce) : '';
    return t(`settlement.lines.kinds.${line.kind}`, { produce, note: line.note ?? '' });
  };
}
