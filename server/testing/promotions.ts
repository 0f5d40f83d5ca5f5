import { readableCode } from '#server/kernel/ids.ts';
import { DraftPromotion } from '#server/promotions/contract.ts';
import { draftPromotion, openPromotion } from '#server/promotions/index.ts';
import type { World } from './world.ts';

type Wish = Partial<Record<keyof DraftPromotion, unknown>>;

/** A promotion of the platform that takes five yuan off, open from now on; a coupon unless it says `automatic`. */
export async function anOpenPromotion(world: World, wish: Wish = {}): Promise<{ id: string; code: string }> {
  const input = DraftPromotion.parse({
    code: `FIVE-${readableCode(6)}`,
    name: '减五元',
    nameEn: 'Five yuan off',
    funderKind: 'platform',
    kind: 'amount',
    amount: '5',
    stacks: true,
    ...wish,
  });
  const { id } = await draftPromotion(world.administrator(), input);
  await openPromotion(world.administrator(), id);
  return { id, code: input.code };
}
