import { lockParcelWithOrder } from '#server/orders/index.ts';
import { authorize, type Ctx, rowsOf, sql, transact } from '#server/platform/index.ts';
import { markDelivered } from './mark-delivered.ts';

const AT_ONCE = 100;

/**
 * Parcels on their way for longer than the rule says count as received, those with fresh goods after days, others after
 * a week. Run every hour; each parcel is a transaction of its own, so a run that is cut off is taken up by the next.
 * Returns how many were presumed.
 */
export async function presumeReceived(ctx: Ctx): Promise<number> {
  authorize(ctx, 'parcels.presume-received');
  let presumed = 0;
  for (;;) {
    const overdue = await findOverdue(ctx);
    for (const parcelId of overdue) if (await presume(ctx, parcelId)) presumed += 1;
    if (overdue.length < AT_ONCE) return presumed;
  }
}

function presume(ctx: Ctx, parcelId: string): Promise<boolean> {
  return transact({ ...ctx, em: ctx.em.fork() }, async (tx) => {
    const parcel = await lockParcelWithOrder(tx, parcelId);
    // The buyer may have said so himself while we looked.
    if (parcel.state !== 'shipped') return false;
    await markDelivered(tx, parcel, 'time');
    return true;
  });
}

/** A parcel is on its way from its last shipment; the longest of its lines' times counts. */
async function findOverdue(ctx: Ctx): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    ctx,
    sql`select parcel.id from parcel
        where state = 'shipped' and shipped_at + make_interval(hours => (
          select max(rule.received_after_hours) from order_line as line cross join lateral (
            select received_after_hours from claim_rule
            where kind = case when line.perishable then 'perishable' else 'ordinary' end and valid_from <= parcel.shipped_at::date
            order by valid_from desc limit 1
          ) as rule where line.parcel_id = parcel.id)) <= ${ctx.now}
        order by shipped_at, id limit ${AT_ONCE}`,
  );
  return rows.map(({ id }) => id);
}
