import { DomainError, present } from '#server/kernel/errors.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import { authorize, type Ctx, recordChange, rowOf, run, sql, type Tx, transact } from '#server/platform/index.ts';
import { accounts } from './accounts.ts';
import type { FillFund } from './contract.ts';

const COMMON = 'common';

/** Puts money into the revolving fund: what a county or the platform set aside to pay households early. */
export async function fillFund(ctx: Ctx, input: FillFund): Promise<void> {
  authorize(ctx, 'advances.fund');
  await transact(ctx, async (tx) => {
    const amount = fen(input.amount);
    const posted = await postEntry(tx, {
      key: `fund-filled:${input.key}`,
      kind: 'fund-filled',
      reference: input.key,
      postings: [
        { account: accounts.bank('platform'), amount, detail: null },
        { account: accounts.revolvingFund(), amount: fen(-amount), detail: input.from },
      ],
    });
    if (posted === null) return;
    await shiftFund(tx, amount);
    await recordChange(tx, { subject: 'revolving-fund', subjectId: COMMON, what: 'filled', after: input });
  });
}

/** Adds to the fund, or takes from it what is there: refuses (conflict, `dues.fund-too-small`) more. Locks its row. */
export async function shiftFund(tx: Tx, by: Fen): Promise<void> {
  const fund = await rowOf<{ balance: Fen }>(
    tx,
    sql`select balance_fen as balance from revolving_fund where code = ${COMMON} for update`,
  );
  const left = present(fund, 'the revolving fund').balance;
  if (left + by < 0) throw new DomainError('conflict', 'dues.fund-too-small', { left });
  await run(tx, sql`update revolving_fund set balance_fen = ${left + by} where code = ${COMMON}`);
}
