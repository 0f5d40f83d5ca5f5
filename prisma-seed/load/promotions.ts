import { products } from '#seed/demo/products.ts';
import { samplePromotions, TANGELO_PRODUCT } from '#seed/demo/promotions.ts';
import { present } from '#server/kernel/errors.ts';
import { DraftPromotion } from '#server/promotions/contract.ts';
import { draftPromotion, openPromotion } from '#server/promotions/index.ts';
import type { Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

/** The promotions of the demo world, opened at its now. */
export function promotionsOf(stage: Stage): Happening[] {
  const seller = present(
    products.find(({ slug }) => slug === TANGELO_PRODUCT),
    'the seller of tangelos',
  ).organization;
  return samplePromotions.map((sample) => ({
    at: stage.now,
    async happen() {
      const input = DraftPromotion.parse({ ...sample, organization: sample.funderKind === 'seller' ? seller : '' });
      const { id } = await draftPromotion(stage.at(stage.now), input, { sample: true });
      await openPromotion(stage.at(stage.now), id);
    },
  }));
}
