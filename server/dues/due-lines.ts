import type { Ctx } from '#server/platform/index.ts';
import { type RawBuilder, rowsOf, sql } from '#server/platform/index.ts';
import type { DueLineView } from './contract.ts';

/** Due lines as people read them: where each came from, of which lot, at which price. `which` narrows and orders them. */
export function readDueLines(ctx: Pick<Ctx, 'em'>, which: RawBuilder<unknown>): Promise<DueLineView[]> {
  return rowsOf(
    ctx,
    sql`select due.id, due.kind, due.state, due.amount_fen as amount, due.arose_on::text as "aroseOn",
          case when seller.id is not null then jsonb_build_object('code', seller.code, 'name', seller.name) end as organization,
          trade_order.number as "orderNumber", parcel.number as "parcelNumber", refund.number as "refundNumber",
          line.product_name as product, produce.name as produce, lot.code as "lotCode",
          allocation.quantity - allocation.unsent_quantity - allocation.returned_quantity as quantity,
          produce.base_unit as "baseUnit", allocation.agreed_price as "agreedPrice", due.note,
          statement.number as "statementNumber", due.split_from is not null as "isRest"
        from (select * from due_line ${which}) as due
        left join organization as seller on seller.id = due.organization_id
        left join trade_order on trade_order.id = due.order_id
        left join parcel on parcel.id = due.parcel_id
        left join refund on refund.id = due.refund_id
        left join allocation on allocation.id = due.allocation_id
        left join order_line as line on line.id = allocation.line_id
        left join lot on lot.id = allocation.lot_id
        left join produce on produce.id = allocation.produce_id
        left join statement on statement.id = due.statement_id
        order by due.arose_on desc, due.id desc`,
  );
}
