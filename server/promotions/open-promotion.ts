import { announce, type Ctx, recordChange, run, sql, transact } from '#server/platform/index.ts';
import { checkState, lockOwnPromotion } from './own-promotion.ts';

/** From now on buyers are promised it; its terms stand until it is closed. */
export async function openPromotion(ctx: Ctx, id: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const promotion = await lockOwnPromotion(tx, id);
    checkState(promotion, 'draft');
    await run(tx, sql`update promotion set state = 'open', opened_at = ${tx.now} where id = ${id}`);
    await recordChange(tx, { subject: 'promotion', subjectId: id, what: 'opened', after: { code: promotion.code } });
    await announce(tx, { topic: 'promotion.opened', key: id, payload: { promotionId: id, code: promotion.code } });
  });
}
