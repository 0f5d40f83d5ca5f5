import { assert } from '#server/kernel/errors.ts';
import { rowOf, sql, type Tx } from '#server/platform/index.ts';
import type { DocumentKind } from './contract.ts';

/** A seller's papers of one kind and year: 1, 2, 3 and no number missing. */
export type Series = { organizationId: string; kind: DocumentKind; year: number };

/**
 * The next number of a series. Its row stays locked until the transaction ends, so whoever comes next waits to see
 * whether this paper stands: rolled back, the number is given again. To be called late, right before the paper is written.
 */
export async function nextNumber(tx: Tx, { organizationId, kind, year }: Series): Promise<number> {
  const row = await rowOf<{ last: number }>(
    tx,
    sql`insert into number_series as series (organization_id, kind, year, last)
        values (${organizationId}, ${kind}, ${year}, 1)
        on conflict (organization_id, kind, year) do update set last = series.last + 1
        returning last`,
  );
  assert(row, 'a number of the series');
  return row.last;
}

const PREFIXES: Record<DocumentKind, string> = {
  'order-confirmation': 'DD',
  'delivery-note': 'SH',
  invoice: 'FP',
  'credit-note': 'HZ',
};

/** `FP2026-000017`: one of a kind within its seller. */
export function spellNumber({ kind, year }: Series, sequence: number): string {
  return `${PREFIXES[kind]}${year}-${String(sequence).padStart(6, '0')}`;
}
