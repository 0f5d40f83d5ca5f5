import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { books } from '#app/i18n/zh-CN/books.ts';
import { aTransfer, importLines } from '#server/bank/bank.factory.ts';
import { takeCash } from '#server/bank/index.ts';
import { proofNames } from '#server/cli/proof-names.ts';
import { RequestInvoice } from '#server/documents/contract.ts';
import { requestInvoice } from '#server/documents/index.ts';
import { shipParcel } from '#server/fulfilment/index.ts';
import { fen } from '#server/kernel/money.ts';
import { cancelOrder, type PlacedOrder, receivePaymentEvent } from '#server/orders/index.ts';
import { openPayment } from '#server/payments/index.ts';
import { run, sql, transact } from '#server/platform/index.ts';
import type { ProofResult } from '#server/platform/proof.ts';
import { bankDamages } from '#server/testing/bank-damages.ts';
import { anOpenPromotion, aPaidOrder, aPlacedOrder, openWorld, type World } from '#server/testing/index.ts';
import { claimDamages } from './claim-damages.ts';
import { messageDamages } from './message-damages.ts';
import { JOBS_PROOF, proofs, proveBooks, runAllProofs } from './prove-books.ts';
import { settlementDamages } from './settlement-damages.ts';

/** Four commands are started one after the other. */
const SLOW_MS = 120_000;

/**
 * Four orders of one jar each: `shipped` has left the shelf, `paid` is promised, `placed` is held, and `taken` was taken
 * back before its money came, which has gone back. `paid` was bought with a coupon of the platform.
 */
async function trade(world: World) {
  const { seller, household, produce, pack } = await world.jar({ packs: 10, price: 4500 });
  const items = [{ pack: pack.code, count: 1 }];
  const shipped = await aPaidOrder(world, items);
  await shipParcel(world.clerk(seller), `${shipped.number}-1`, { courier: 'SELF', trackingNumber: '' });
  const coupon = await anOpenPromotion(world);
  const paid = await aPaidOrder(world, items, { coupon: coupon.code });
  const buyer = RequestInvoice.parse({ titleKind: 'person', title: '林晓' });
  await requestInvoice(world.visitor(), paid.number, { accessKey: paid.accessKey }, buyer);
  const placed = await aPlacedOrder(world.visitor(), items);
  const taken = await aPlacedOrder(world.visitor(), items);
  await cancelOrder(world.visitor(), taken.number, { accessKey: taken.accessKey });
  const goneBack = await payCancelled(world, taken);
  await tradeByBankAndCash(world);
  return { seller, household, produce, shipped, paid, placed, coupon, taken, goneBack };
}

/** One order paid by a transfer that was too much, one paid in part, a line nobody knows, and one order paid in cash. */
async function tradeByBankAndCash(world: World): Promise<void> {
  const { seller, pack } = await world.jar({ packs: 5, price: 4500 });
  const items = [{ pack: pack.code, count: 1 }];
  const full = await aPlacedOrder(world.visitor(), items);
  const part = await aPlacedOrder(world.visitor(), items);
  const [fullCode, partCode] = [await aTransfer(world.visitor(), full), await aTransfer(world.visitor(), part)];
  await importLines(
    world.bookkeeper(),
    { yuan: '100.00', memo: fullCode.code },
    { yuan: '1.00', memo: partCode.code },
    { yuan: '2.00', memo: '' },
  );
  const bought = await aPlacedOrder(world.visitor(), items);
  await takeCash(world.clerk(seller), seller.id, bought.number, { taken: fen(10_000), key: 'cash' });
}

/** Money that crosses the cancelling of its order: it goes back at once. Returns the payment's id. */
async function payCancelled(world: World, { id, total }: PlacedOrder): Promise<string> {
  const payment = await transact(world.system(), (tx) => openPayment(tx, id, 'sandbox', total));
  const event = { provider: 'sandbox', eventId: payment.id, paymentId: payment.id, kind: 'succeeded' as const };
  await receivePaymentEvent(world.system(), event);
  return payment.id;
}

type Traded = Awaited<ReturnType<typeof trade>>;
type Damage = { proof: string; done: string; sql: (traded: Traded) => string; where: (traded: Traded) => string };

/** Everything that could be done to the rows behind the software's back, and the proof that must say so. */
const damages: Damage[] = [
  ...bankDamages,
  {
    proof: 'ledger.entry-balances',
    done: 'a posting is changed',
    sql: ({ paid }) => `update posting set amount = amount + 1
      where id = (select min(id) from posting where entry_id = (select id from entry where key = 'sale:${paid.id}'))`,
    where: ({ paid }) => `sale:${paid.id}`,
  },
  {
    proof: 'ledger.entry-balances',
    done: 'a posting is removed',
    sql: ({ paid }) => `delete from posting
      where id = (select max(id) from posting where entry_id = (select id from entry where key = 'sale:${paid.id}'))`,
    where: ({ paid }) => `sale:${paid.id}`,
  },
  {
    proof: 'ledger.entry-has-postings',
    done: 'an entry loses all its postings',
    sql: ({ paid }) => `delete from posting where entry_id = (select id from entry where key = 'sale:${paid.id}')`,
    where: ({ paid }) => `sale:${paid.id}`,
  },
  {
    proof: 'ledger.closed-months-stand',
    done: 'an entry is dated into a closed month',
    sql: ({
      paid,
    }) => `insert into accounting_period (month, starts_at, ends_at, closed_at, balance, previous_hash, hash)
        values ('2020-01', '2019-12-31T16:00:00Z', '2020-01-31T16:00:00Z', '2020-02-01T04:00:00Z', '[]', '',
          encode(sha256(convert_to(' 2020-01 []', 'UTF8')), 'hex'));
      update entry set at = '2020-01-15T04:00:00Z' where key = 'sale:${paid.id}'`,
    where: () => '2020-01',
  },
  {
    proof: 'stock.movements-are-on-hand',
    done: 'somebody assigns what is on hand',
    sql: () => 'update share set on_hand = on_hand + 1',
    where: () => 'L',
  },
  {
    proof: 'stock.movements-are-on-hand',
    done: 'a movement is removed',
    sql: () => `delete from movement where reason = 'sale'`,
    where: () => 'L',
  },
  {
    proof: 'stock.pools-are-their-shares',
    done: 'a pool holds what no share does',
    sql: ({ seller, produce }) =>
      `update pool set held = held + 1 where organization_id = '${seller.id}' and produce_id = '${produce.id}'`,
    where: ({ seller, produce }) => `${seller.code} ${produce.code}`,
  },
  {
    proof: 'stock.nothing-oversold',
    done: 'a share promises more than it has',
    sql: () => 'alter table share drop constraint share_never_oversold; update share set promised = on_hand + 1',
    where: () => 'L',
  },
  {
    proof: 'stock.received-fits-capacity',
    done: 'a share grows over the capacity',
    sql: () => 'update share set received = received + 1',
    where: ({ household, produce }) => `${household.code} ${produce.code} 2026`,
  },
  {
    proof: 'stock.received-fits-capacity',
    done: 'a capacity is no longer verified',
    sql: () => 'update capacity set verified_at = null',
    where: ({ household, produce }) => `${household.code} ${produce.code} 2026`,
  },
  {
    proof: 'payments.all-applied',
    done: 'money that came in is forgotten',
    sql: ({ paid }) =>
      `update payment set applied_at = null, settled_at = '2026-06-01T03:00:00Z' where order_id = '${paid.id}'`,
    where: () => '',
  },
  {
    proof: 'payments.no-more-back-than-came',
    done: 'a fen more is owed back than came in',
    sql: ({ goneBack }) => `insert into payment_refund (payment_id, key, amount_fen, because, owed_at, next_try_at)
      values ('${goneBack}', 'extra', 1, 'lapsed', now(), now())`,
    where: ({ goneBack }) => goneBack,
  },
  {
    proof: 'payments.no-more-back-than-came',
    done: 'money goes back that never came in',
    sql: ({ goneBack }) => `update payment set state = 'failed' where id = '${goneBack}'`,
    where: ({ goneBack }) => goneBack,
  },
  {
    proof: 'payments.refunded-is-all-sent',
    done: 'a payment is said to have gone back',
    sql: ({ paid }) => `update payment set state = 'refunded' where order_id = '${paid.id}'`,
    where: () => '',
  },
  {
    proof: 'payments.sent-is-booked-once',
    done: 'the entry of money sent back is removed',
    sql: ({ goneBack }) => `delete from posting where entry_id in (select id from entry where key = 'refund-sent:' ||
      (select id from payment_refund where payment_id = '${goneBack}'))`,
    where: () => '',
  },
  {
    proof: 'payments.sent-is-booked-once',
    done: 'money sent back is booked out a second time',
    sql: ({ goneBack }) => `insert into entry (key, kind, at, reference)
        select 'refund-sent:again', 'refund-sent', at, reference from entry
        where key = 'refund-sent:' || (select id from payment_refund where payment_id = '${goneBack}');
      insert into posting (entry_id, account_id, amount, detail)
        select (select id from entry where key = 'refund-sent:again'), account_id, amount, detail from posting
        where entry_id in (select id from entry where kind = 'refund-sent' and key <> 'refund-sent:again')`,
    where: () => '',
  },
  {
    proof: 'payments.buyer-credit-is-owed',
    done: 'money that was sent back is said to be owed still',
    sql: ({ goneBack }) => `update payment_refund set state = 'due', sent_at = null where payment_id = '${goneBack}'`,
    where: ({ taken }) => `order ${taken.id}`,
  },
  {
    proof: 'orders.lines-add-up',
    done: 'an order costs a fen more than its lines',
    sql: ({ paid }) =>
      `update trade_order set goods_fen = goods_fen + 1, total_fen = total_fen + 1 where id = '${paid.id}'`,
    where: ({ paid }) => paid.number,
  },
  {
    proof: 'orders.parcels-add-up',
    done: 'the freight of a parcel is changed',
    sql: ({ paid }) => `update parcel set freight_fen = freight_fen + 1 where order_id = '${paid.id}'`,
    where: ({ paid }) => paid.number,
  },
  {
    proof: 'orders.allocations-are-line-quantities',
    done: 'a household is said to have given a gram more',
    sql: ({ paid }) => `update allocation set quantity = quantity + 1 where order_id = '${paid.id}'`,
    where: ({ paid }) => `${paid.number} 0`,
  },
  {
    proof: 'orders.allocations-are-line-quantities',
    done: 'an allocation is removed',
    sql: ({ placed }) => `delete from allocation where order_id = '${placed.id}'`,
    where: ({ placed }) => `${placed.number} 0`,
  },
  {
    proof: 'orders.held-is-on-the-shelf',
    done: 'a held allocation is let go and the shelf not told',
    sql: ({ placed }) => `update allocation set state = 'released' where order_id = '${placed.id}'`,
    where: () => 'L',
  },
  {
    proof: 'orders.dispatched-is-moved',
    done: 'goods that left are said to be here',
    sql: ({ shipped }) => `update allocation set sent_quantity = 0 where order_id = '${shipped.id}'`,
    where: ({ shipped }) => `${shipped.number}-1`,
  },
  {
    proof: 'orders.households-are-their-shares',
    done: 'a household gets a fen less of a sale',
    sql: ({ paid }) => `update allocation set household_fen = household_fen - 1 where order_id = '${paid.id}'`,
    where: () => 'L',
  },
  {
    proof: 'orders.households-are-in-the-ledger',
    done: 'a fen of the household goes to the seller in the ledger',
    sql: ({
      paid,
    }) => `update posting set amount = amount + case account.kind when 'household-earned' then 1 else -1 end
      from account where account.id = account_id and account.kind in ('household-earned', 'seller-earned')
        and entry_id = (select id from entry where key = 'sale:${paid.id}')`,
    where: ({ household }) => household.code,
  },
  {
    proof: 'orders.lines-are-their-households',
    done: 'a fen of the household goes to the seller on the line',
    sql: ({ paid }) =>
      `update order_line set household_fen = household_fen - 1, seller_fen = seller_fen + 1 where order_id = '${paid.id}'`,
    where: ({ paid }) => `${paid.number} 0`,
  },
  {
    proof: 'orders.sellers-are-in-the-ledger',
    done: 'the platform takes a fen of the clearing account',
    sql: ({ paid }) => `update posting set amount = amount + case account.kind when 'clearing' then 1 else -1 end
      from account where account.id = account_id and account.kind in ('clearing', 'platform-fee')
        and entry_id = (select id from entry where key = 'sale:${paid.id}')`,
    where: ({ paid }) => paid.number,
  },
  {
    proof: 'orders.paid-is-in-the-ledger',
    done: 'an order is said to be paid',
    sql: ({ placed }) => `update trade_order set paid_at = placed_at where id = '${placed.id}'`,
    where: ({ placed }) => placed.number,
  },
  {
    proof: 'orders.paid-is-in-the-ledger',
    done: 'the entry of a sale is removed',
    sql: ({ paid }) => `delete from posting where entry_id = (select id from entry where key = 'sale:${paid.id}');
      delete from entry where key = 'sale:${paid.id}'`,
    where: ({ paid }) => paid.number,
  },
  {
    proof: 'orders.payments-are-in-the-ledger',
    done: 'a payment is said to have been for another order',
    sql: ({ paid, taken }) => `update payment set order_id = '${taken.id}' where order_id = '${paid.id}'`,
    where: ({ paid }) => paid.number,
  },
  {
    proof: 'orders.no-expired-hold',
    done: 'an expired hold is left alive',
    sql: ({ placed }) => `update trade_order set hold_expires_at = '2026-06-01T03:00:00Z' where id = '${placed.id}'`,
    where: ({ placed }) => placed.number,
  },
  {
    proof: 'promotions.counters-are-uses',
    done: 'a promotion forgets that it was used',
    sql: () => 'update promotion set uses = uses - 1, spent_fen = 0',
    where: ({ coupon }) => coupon.code,
  },
  {
    proof: 'orders.discounts-add-up',
    done: 'a line is said to be a fen cheaper',
    sql: ({ paid }) => `update order_line set discount_fen = discount_fen + 1 where order_id = '${paid.id}'`,
    where: ({ paid }) => `${paid.number} 0`,
  },
  {
    proof: 'orders.discounts-add-up',
    done: 'the discount of an order is larger than its parcels say',
    sql: ({ paid }) =>
      `update trade_order set discount_fen = discount_fen + 1, total_fen = total_fen - 1 where id = '${paid.id}'`,
    where: ({ paid }) => paid.number,
  },
  {
    proof: 'orders.discounts-are-uses',
    done: 'the use of a paid order is let go',
    sql: () => `update promotion_use set state = 'released'`,
    where: ({ paid, coupon }) => `${paid.number} ${coupon.code}`,
  },
  {
    proof: 'orders.discounts-are-uses',
    done: 'the use of an order is removed',
    sql: () => 'delete from promotion_use',
    where: ({ paid, coupon }) => `${paid.number} ${coupon.code}`,
  },
  {
    proof: 'orders.funders-are-in-the-ledger',
    done: 'the funder is charged a fen more than it promised',
    sql: ({ paid }) => `update posting set amount = amount + case account.kind when 'promotion' then 1 else -1 end
      from account where account.id = account_id and account.kind in ('promotion', 'clearing')
        and entry_id = (select id from entry where key = 'sale:${paid.id}')`,
    where: () => 'promotion:platform',
  },
  {
    proof: 'orders.moves-are-states',
    done: 'an order is completed and nobody moved it',
    sql: ({ paid }) => `update trade_order set state = 'completed' where id = '${paid.id}'`,
    where: ({ paid }) => paid.number,
  },
  {
    proof: 'orders.moves-are-states',
    done: 'a parcel is delivered and nobody moved it',
    sql: ({ shipped }) => `update parcel set state = 'delivered' where order_id = '${shipped.id}'`,
    where: ({ shipped }) => `${shipped.number}-1`,
  },
  {
    proof: 'fulfilment.shipments-fit-lines',
    done: 'a shipment is said to have held a pack more',
    sql: () => 'update shipment_line set count = count + 1',
    where: ({ shipped }) => `${shipped.number} 0`,
  },
  {
    proof: 'fulfilment.sent-is-in-shipments',
    done: 'what a shipment held is forgotten',
    sql: () => 'delete from shipment_line',
    where: ({ shipped }) => `${shipped.number} 0`,
  },
  {
    proof: 'fulfilment.gone-owes-nothing',
    done: 'goods of a parcel that has gone are said to be still to send',
    sql: ({ shipped }) => `update allocation set state = 'promised' where order_id = '${shipped.id}'`,
    where: ({ shipped }) => `${shipped.number}-1`,
  },
  {
    proof: 'fulfilment.weighed-is-sent',
    done: 'goods that nobody weighed are said to be sold by weight',
    sql: ({ shipped }) => `update order_line set catch_weight = true where order_id = '${shipped.id}'`,
    where: ({ shipped }) => `${shipped.number} 0`,
  },
  {
    proof: 'documents.numbers-have-no-gap',
    done: 'a paper is removed',
    sql: () => `delete from document where kind = 'invoice'`,
    where: ({ seller }) => `${seller.code} invoice 2026`,
  },
  {
    proof: 'documents.invoices-are-what-was-kept',
    done: 'an invoice is a fen short',
    sql: () => `update document set total_fen = total_fen - 1 where kind = 'invoice'`,
    where: ({ paid }) => `${paid.number}-1`,
  },
  {
    proof: JOBS_PROOF,
    done: 'a recurring job has stopped',
    sql: () => `insert into heartbeat (name, last_at, due_at) values ('lapse', '2026-06-01', '2026-06-01T03:00:00Z')`,
    where: () => 'lapse',
  },
];

/** What the proofs say right after a damage, which is then undone. */
async function provedAfter(world: World, statements: string): Promise<ProofResult[]> {
  const undone = new Error('undone');
  let results: ProofResult[] = [];
  const work = transact(world.system(), async (tx) => {
    // Past the triggers that refuse such things, as only the owner of the database can.
    for (const statement of ['set local session_replication_role = replica', ...statements.split(';')]) {
      await run(tx, sql.raw(statement));
    }
    results = await runAllProofs(tx);
    throw undone;
  });
  await expect(work).rejects.toBe(undone);
  return results;
}

test('whatever is done to the rows behind the software, the right proof says where', async () => {
  await using world = await openWorld();
  const traded = await trade(world);
  expect(await world.brokenProofs()).toEqual([]);

  const outcomes = [];
  for (const { proof, done, sql: statements, where } of damages) {
    const told = (await provedAfter(world, statements(traded))).find((result) => result.name === proof);
    const first = told?.breaks[0];
    outcomes.push({ done, seen: first?.where.includes(where(traded)) && first.found !== first.expected });
  }

  expect(outcomes.filter(({ seen }) => !seen)).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('every proof is broken by some damage, and every one has a name in both languages', () => {
  const pageNames = Object.entries(books.audit.proof).flatMap(([module, reasons]) =>
    Object.keys(reasons).map((reason) => `${module}.${reason}`),
  );
  const all = new Set([...proofs.map((proof) => proof.name), JOBS_PROOF]);

  const everyDamage = [...damages, ...claimDamages, ...settlementDamages, ...messageDamages];
  expect(new Set(everyDamage.map((damage) => damage.proof))).toEqual(all);
  expect(new Set(Object.keys(proofNames))).toEqual(all);
  expect(new Set(pageNames)).toEqual(all);
});

test('the books of a busy shop are proved on one picture, and only by who may', async () => {
  await using world = await openWorld();
  await trade(world);

  const proof = await proveBooks(world.bookkeeper());

  expect(proof).toMatchObject({ asOf: world.now.toISOString(), holds: true });
  await expect(proveBooks(world.visitor())).rejects.toMatchObject({ code: 'access.denied' });
});

/** The command as `npm run audit` starts it. */
async function audit(url: string, ...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  const child = spawn(process.execPath, ['server/cli/audit.ts', ...args], {
    env: { ...process.env, NODE_ENV: 'production', DATABASE_URL: url },
  });
  const [output, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number>((resolve) => child.on('close', resolve)),
  ]);
  return { code, output, errors };
}

test(
  'the audit ends with 0 when the books hold, with 1 and the line when they do not, with 2 without a database',
  async () => {
    await using world = await openWorld({ poolMax: 2 });
    const { seller, produce } = await world.jar({ packs: 10 });

    const before = await audit(world.url);
    await run(world.system(), sql`update pool set held = held + 1`);
    const after = await audit(world.url);
    const asJson = await audit(world.url, '--json');
    const nowhere = await audit('postgres://nobody@127.0.0.1:1/nothing');

    expect(before).toMatchObject({ code: 0, errors: '' });
    expect(after.code).toBe(1);
    expect(after.output).toContain('✗ 库存池等于各户份额之和');
    expect(after.output).toContain(`${seller.code} ${produce.code}：现为 5000/1/0/0，应为 5000/0/0/0`);
    expect(asJson.code).toBe(1);
    expect(JSON.parse(asJson.output)).toMatchObject({ holds: false });
    expect(nowhere).toMatchObject({ code: 2, output: '' });
    expect(nowhere.errors.trim().split('\n')).toHaveLength(1);
  },
  SLOW_MS,
);
