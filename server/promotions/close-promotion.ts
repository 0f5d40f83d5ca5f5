import { announce, type Ctx, recordChange, run, sql, transact } from '#server/platform/index.ts';
import { checkState, lockOwnPromotion } from './own-promotion.ts';

/** Ends a promotion. Orders placed with it keep what they were told. */
export async function closePromotion(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const promotion = await lockOwnPromotion(tx, id);
    checkState(promotion, 'open');
    await run(tx, sql`update promotion set state = 'closed', closed_at = ${tx.now} where id = ${id}`);
    await recordChange(tx, { subject: 'promotion', subjectId: id, what: 'closed', after: { code: promotion.code } });
    await announce(tx, { topic: 'promotion.closed', key: id, payload: { promotionId: id, code: promotion.code } });
  });
}
