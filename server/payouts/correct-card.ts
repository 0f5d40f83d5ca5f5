import { isBankCardNumber } from '#server/kernel/codes.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { authorize, type Ctx, recordChange, rowOf, run, sql, transact } from '#server/platform/index.ts';
import { seal } from '#server/platform/sealed.ts';
import type { CorrectCard } from './contract.ts';

const CARD_TAIL = 4;

/** Writes down another card for a household: sealed; the trail has the last digits before and after, never the number. */
export async function correctCard(ctx: Ctx, householdCode: string, { card }: CorrectCard): Promise<void> {
  const household = await rowOf<{ id: string; village: string }>(
    ctx,
    sql`select id, village_code as village from household where code = ${householdCode}`,
  );
  authorize(ctx, 'households.correct-card', { area: household?.village ?? '' });
  if (!household) throw new DomainError('not-found', 'households.unknown');
  if (!isBankCardNumber(card)) throw new DomainError('invalid', 'households.bank-card', { field: 'card' });
  await transact(ctx, async (tx) => {
    const before = await rowOf<{ tail: string | null }>(
      tx,
      sql`select bank_card_tail as tail from household where id = ${household.id} for no key update`,
    );
    const tail = card.slice(-CARD_TAIL);
    await run(
      tx,
      sql`update household set bank_card_sealed = ${seal(card)}, bank_card_tail = ${tail} where id = ${household.id}`,
    );
    await recordChange(tx, {
      subject: 'household',
      subjectId: household.id,
      what: 'card-corrected',
      before: { tail: before?.tail ?? null },
      after: { tail },
    });
  });
}
