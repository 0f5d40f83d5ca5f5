import { assert } from '#server/kernel/errors.ts';
import { rowOf, run, sql, transact } from '#server/platform/index.ts';
import type { PaymentProvider } from './provider.ts';
import { drawRemittanceCode } from './remittance-code.ts';

export const BANK_TRANSFER = 'bank-transfer';
const DRAWS_MAX = 20;

/**
 * A transfer to our own account: the buyer writes a code on it, the bank's statement brings it in. Nobody outside is
 * asked. Money goes back by hand, from the same account.
 */
export const bankTransfer: PaymentProvider = {
  code: BANK_TRANSFER,
  offered: () => true,
  async open(ctx, { paymentId }) {
    const code = await transact(ctx, async (tx) => {
      for (let draws = 0; draws < DRAWS_MAX; draws += 1) {
        await run(
          tx,
          sql`insert into remittance (payment_id, code, opened_at) values (${paymentId}, ${drawRemittanceCode()}, ${tx.now})
              on conflict do nothing`,
        );
        const kept = await rowOf<{ code: string }>(
          tx,
          sql`select code from remittance where payment_id = ${paymentId}`,
        );
        if (kept) return kept.code;
      }
      return null;
    });
    assert(code, 'a code nobody has drawn before');
    return { kind: 'redirect', url: `/pay/bank/${paymentId}`, reference: code };
  },
  refund: async () => ({ outcome: 'by-hand' }),
};
