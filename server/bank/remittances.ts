import { businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { isUuid } from '#server/kernel/ids.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { extendHolds } from '#server/orders/index.ts';
import { type Ctx, rowOf, rowsOf, sql, type Tx } from '#server/platform/index.ts';

const HOUR_MS = 3_600_000;

/** A payment by transfer as a line meets it. `missing` is 0 once it is paid. */
export type Remittance = {
  paymentId: string;
  orderId: string;
  code: string;
  placedAt: string;
  amount: Fen;
  received: Fen;
  missing: Fen;
  isPaid: boolean;
};

/** The payments of these codes, locked in id order before any order or line is. */
export async function lockRemittances(
  tx: Tx,
  wanted: { codes?: readonly string[]; paymentIds?: readonly string[] },
): Promise<Remittance[]> {
  const rows = await rowsOf<Omit<Remittance, 'missing'>>(
    tx,
    sql`with locked as (
          select payment.id, payment.order_id, payment.amount_fen, payment.state, remittance.code, remittance.received_fen
          from payment join remittance on remittance.payment_id = payment.id
          where remittance.code = any(${[...(wanted.codes ?? [])]}::text[])
            or payment.id = any(${[...(wanted.paymentIds ?? [])]}::uuid[])
          order by payment.id for update of payment, remittance
        )
        select locked.id as "paymentId", locked.order_id as "orderId", locked.code, trade_order.placed_at as "placedAt",
          locked.amount_fen as amount, locked.received_fen as received,
          locked.state not in ('started', 'failed') as "isPaid"
        from locked join trade_order on trade_order.id = locked.order_id`,
  );
  return rows.map((row) => ({ ...row, missing: fen(row.isPaid ? 0 : row.amount - row.received) }));
}

/** The payment of a code or an order's number, as a person names it. */
export async function getRemittanceNamed(ctx: Pick<Ctx, 'em'>, named: string): Promise<string> {
  const row = await rowOf<{ id: string }>(
    ctx,
    sql`select payment.id from remittance join payment on payment.id = remittance.payment_id
        join trade_order on trade_order.id = payment.order_id
        where remittance.code = ${named.toUpperCase().replace(/\s/g, '')} or trade_order.number = ${named.toUpperCase()}
        order by payment.created_at desc limit 1`,
  );
  if (!row) throw new DomainError('not-found', 'bank.code-unknown');
  return row.id;
}

export function lineOrRefuse(id: string, code = 'bank.line-unknown'): string {
  if (!isUuid(id)) throw new DomainError('not-found', code);
  return id;
}

/** Goods are held on for orders of whose transfer a part has come: the rest needs its time too. */
export async function holdOnForParts(tx: Tx, orderIds: readonly string[]): Promise<void> {
  const today = businessDayOf(tx.now);
  const rows = await rowsOf<{ id: string; part_hours: number }>(
    tx,
    sql`select trade_order.id, rule.part_hours from trade_order cross join lateral (
          select part_hours from transfer_hold_rule
          where buyer_kind = trade_order.buyer_kind and valid_from <= ${today} order by valid_from desc limit 1
        ) as rule
        where trade_order.id = any(${[...orderIds]}::uuid[])`,
  );
  await extendHolds(
    tx,
    rows.map(({ id, part_hours }) => ({
      orderId: id,
      until: new Date(tx.now.getTime() + part_hours * HOUR_MS),
    })),
  );
}
