import type { Providers } from '#server/payments/index.ts';
import { providersAt } from '#server/testing/stripe.ts';
import { openStripeStandIn, type StripeStandIn } from '#server/testing/stripe-stand-in/index.ts';
import { balances, tellBalances } from '../balances.ts';
import type { Cast } from '../cast.ts';
import type { Goods } from '../open-shop.ts';
import type { Story } from '../story.ts';

/** What every act of the story has at hand. */
export type Stage = {
  story: Story;
  cast: Cast;
  honey: Goods;
  tea: Goods;
  berries: Goods;
  stripe: StripeStandIn;
  providers: Providers;
  books: ExpectedBooks;
};

/** By account, `kind owner`: what it is owed more than before, in fen; below zero is less. */
export type Changes = Readonly<Record<string, number>>;

/** The whole ledger as it has to be. */
export type ExpectedBooks = {
  /** Says what a step has moved, and compares every account there is: nothing else may have moved by a fen. */
  moved(changes: Changes): Promise<void>;
  /** What an account has to be owed now. */
  owed(account: string): number;
};

/** Nobody is owed anything yet. Also what Stripe itself holds for us has to be what the ledger says it holds. */
export function openExpectedBooks(story: Story, cast: Cast, stripe: StripeStandIn): ExpectedBooks {
  const expected = new Map<string, number>();
  const owed = (account: string) => expected.get(account) ?? 0;
  return {
    owed,
    async moved(changes) {
      for (const [account, change] of Object.entries(changes)) expected.set(account, owed(account) + change);
      const found = await balances(cast.bookkeeper());
      const left = [...expected].filter(([, fen]) => fen !== 0);
      story.expect(
        'every balance of the ledger',
        found.map(({ kind, owner, owed }) => [`${kind} ${owner}`.trim(), owed]).sort(),
        left.sort(),
      );
      story.expect('what Stripe holds for the shop', stripe.balance(), 0 - owed('clearing stripe'));
      if (Object.values(changes).some((change) => change !== 0)) tellBalances(story, found);
      else story.seen(`${found.length} 个账户，一分未动 / ${found.length} accounts, not a fen has moved`);
    },
  };
}

/** A Stripe of our own that goes by the story's clock, and the shop's side of it. */
export async function openStripe(cast: Cast): Promise<{ stripe: StripeStandIn; providers: Providers }> {
  const stripe = await openStripeStandIn({ now: () => cast.now });
  return { stripe, providers: providersAt(stripe) };
}
