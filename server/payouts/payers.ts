import { DomainError } from '#server/kernel/errors.ts';
import { type Ctx, rowOf, sql } from '#server/platform/index.ts';

/** `platform` as it is, an organization by its code as its id. */
export async function payerIdOf(ctx: Pick<Ctx, 'em'>, payer: string): Promise<string> {
  if (payer === 'platform') return payer;
  const row = await rowOf<{ id: string }>(ctx, sql`select id::text from organization where code = ${payer}`);
  if (!row) throw new DomainError('not-found', 'payouts.payer-unknown');
  return row.id;
}
