import { addMinutes, businessDayOf } from '#server/kernel/calendar.ts';
import { present } from '#server/kernel/errors.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import type { ParcelState } from '#server/orders/contract.ts';
import { type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { ClaimParcel, ClaimTerms } from './claim.terms.ts';

/** A line as a claim finds it: how many packs were sent and have not gone back, and what of its price is left. */
export type ClaimableLine = {
  id: string;
  line: number;
  productName: LocalizedText;
  packName: LocalizedText;
  family: string;
  slug: string;
  perishable: boolean;
  countLeft: number;
  count: number;
  left: Fen;
};

export type ParcelTerms = {
  parcel: ClaimParcel;
  lines: ClaimableLine[];
  termsOf: (line: { perishable: boolean }) => ClaimTerms;
};

/** All that says what may be claimed of a parcel now. A use-case has locked order and parcel before. */
export async function termsOfParcel(ctx: Pick<Ctx, 'em' | 'now'>, parcelId: string): Promise<ParcelTerms> {
  const parcel = await rowOf<{
    state: ParcelState;
    shipped: string | null;
    delivered: string | null;
    confirmed: boolean;
  }>(
    ctx,
    sql`select parcel.state, coalesce(parcel.shipped_at, (select max(shipped_at) from shipment where parcel_id = parcel.id)) as shipped,
          parcel.delivered_at as delivered, trade_order.perishable_confirmed as confirmed
        from parcel join trade_order on trade_order.id = parcel.order_id where parcel.id = ${parcelId}`,
  );
  const lines = await rowsOf<ClaimableLine>(
    ctx,
    sql`select line.id, line.position as line, line.product_name as "productName", line.pack_name as "packName",
          line.family_code as family, line.product_slug as slug, line.perishable, line.count - back.count as "countLeft",
          least(line.count - back.count, coalesce((select sum(count) from shipment_line where line_id = line.id), 0))::int as count,
          (line.amount_fen - line.discount_fen - back.paid)::bigint as left
        from order_line as line cross join lateral (
          select coalesce(sum(count), 0)::int as count, coalesce(sum(paid_fen), 0)::bigint as paid
          from refund_line where line_id = line.id
        ) as back
        where line.parcel_id = ${parcelId} order by line.position`,
  );
  const rules = await rowsOf<ClaimTerms & { kind: 'ordinary' | 'perishable' }>(
    ctx,
    sql`select distinct on (kind) kind, claim_hours as "claimHours", received_after_hours as "receivedAfterHours",
          photo_hours as "photoHours", return_days as "returnDays"
        from claim_rule where valid_from <= ${businessDayOf(ctx.now)} order by kind, valid_from desc`,
  );
  const { state, shipped, delivered, confirmed } = present(parcel, 'the parcel that was locked');
  return {
    parcel: {
      state,
      shippedAt: shipped === null ? null : new Date(shipped),
      deliveredAt: delivered === null ? null : new Date(delivered),
      perishableConfirmed: confirmed,
    },
    lines,
    termsOf: ({ perishable }) =>
      present(
        rules.find(({ kind }) => kind === (perishable ? 'perishable' : 'ordinary')),
        'a claim rule in force',
      ),
  };
}

export type Turn = 'decide' | 'evidence' | 'escalate' | 'sendBack' | 'receiveBack';

/** When a turn that begins now is over, by the deadlines in force. */
export async function endOfTurn(ctx: Pick<Ctx, 'em' | 'now'>, turn: Turn): Promise<Date> {
  const hours = await rowOf<Record<Turn, number>>(
    ctx,
    sql`select decide_hours as decide, evidence_hours as evidence, escalate_hours as escalate,
          send_back_hours as "sendBack", receive_back_hours as "receiveBack"
        from claim_deadline where valid_from <= ${businessDayOf(ctx.now)} order by valid_from desc limit 1`,
  );
  return addMinutes(ctx.now, present(hours, 'deadlines in force')[turn] * 60);
}
