import { sql } from '#server/platform/index.ts';
import { type Proof, proof } from '#server/platform/proof.ts';
import { discountsProofs } from './discounts.proofs.ts';

const LAPSE_GRACE_MINUTES = 10;

/** What must hold of orders, their allocations, and what the ledger and the shelves say of them. */
export const ordersProofs: Proof[] = [
  proof(
    'orders.lines-add-up',
    () => sql`select trade_order.number as "where", trade_order.goods_fen as "found", sums.goods as "expected"
        from trade_order cross join lateral (
          select coalesce(sum(amount_fen), 0) as goods from order_line where order_id = trade_order.id
        ) as sums where trade_order.goods_fen <> sums.goods`,
  ),
  proof(
    'orders.parcels-add-up',
    () => sql`select trade_order.number as "where", trade_order.total_fen as "found", sums.total as "expected"
        from trade_order cross join lateral (
          select coalesce(sum(goods_fen - discount_fen + freight_fen), 0) as total from parcel where order_id = trade_order.id
        ) as sums where trade_order.total_fen <> sums.total`,
  ),
  proof(
    'orders.allocations-are-line-quantities',
    () => sql`select trade_order.number || ' ' || line.position as "where", coalesce(drawn.quantity, 0) as "found",
          line.count * part.quantity as "expected"
        from order_line as line join trade_order on trade_order.id = line.order_id
        join pack_component as part on part.pack_id = line.pack_id
        left join lateral (
          select sum(quantity) as quantity from allocation
          where allocation.line_id = line.id and allocation.produce_id = part.produce_id
        ) as drawn on true
        where coalesce(drawn.quantity, 0) <> line.count * part.quantity`,
  ),
  proof(
    'orders.held-is-on-the-shelf',
    () => sql`select lot.code || ' ' || share.id as "where", concat_ws('/', share.held, share.promised) as "found",
          concat_ws('/', sums.held, sums.promised) as "expected"
        from share join lot on lot.id = share.lot_id
        left join lateral (
          select coalesce(sum(quantity) filter (where state = 'held'), 0) as held,
            coalesce(sum(quantity - sent_quantity - unsent_quantity) filter (where state = 'promised'), 0) as promised
          from allocation where allocation.share_id = share.id and state in ('held', 'promised')
        ) as sums on true
        where share.held <> sums.held or share.promised <> sums.promised`,
  ),
  proof(
    'orders.dispatched-is-moved',
    () => sql`select parcel.number as "where", coalesce(moved.quantity, 0) as "found", coalesce(sent.quantity, 0) as "expected"
        from parcel
        left join lateral (
          select sum(sent_quantity) as quantity from allocation where parcel_id = parcel.id
        ) as sent on true
        left join (
          select evidence_id, -sum(delta) as quantity from movement
          where evidence_kind = 'parcel' and reason = 'sale' group by evidence_id
        ) as moved on moved.evidence_id = parcel.id::text
        where coalesce(moved.quantity, 0) <> coalesce(sent.quantity, 0)`,
  ),
  proof(
    'orders.households-are-their-shares',
    () => sql`select lot.code || ' ' || share.id as "where", concat_ws('/', share.earned_quantity, share.earned_fen) as "found",
          concat_ws('/', sums.quantity, sums.fen) as "expected"
        from share join lot on lot.id = share.lot_id
        left join lateral (
          select coalesce(sum(quantity - unsent_quantity - returned_quantity), 0) as quantity,
            coalesce(sum(household_fen - round(household_fen::numeric * (unsent_quantity + returned_quantity) / quantity)), 0) as fen
          from allocation where allocation.share_id = share.id and earned_at is not null
        ) as sums on true
        where share.earned_quantity <> sums.quantity or share.earned_fen <> sums.fen`,
  ),
  proof(
    'orders.households-are-in-the-ledger',
    () => sql`select household.code as "where", -coalesce(booked.fen, 0) as "found", coalesce(earned.fen, 0) as "expected"
        from household
        left join (
          select account.owner_id, sum(posting.amount) as fen from entry join posting on posting.entry_id = entry.id
          join account on account.id = posting.account_id
          where account.kind = 'household-earned' and entry.kind in ('sale', 'refund') group by account.owner_id
        ) as booked on booked.owner_id = household.id::text
        left join (
          select household_id, sum(household_fen - unearned_fen) as fen from allocation
          where earned_at is not null group by household_id
        ) as earned on earned.household_id = household.id
        where -coalesce(booked.fen, 0) <> coalesce(earned.fen, 0)`,
  ),
  proof(
    'orders.paid-is-in-the-ledger',
    () => sql`select trade_order.number as "where", coalesce(booked.fen, 0) as "found", trade_order.total_fen as "expected"
        from trade_order left join lateral (
          select sum(posting.amount) as fen from entry join posting on posting.entry_id = entry.id
          join account on account.id = posting.account_id
          where entry.key = 'sale:' || trade_order.id and account.kind = 'clearing'
        ) as booked on true
        where coalesce(booked.fen, 0) <> case when trade_order.paid_at is null then 0 else trade_order.total_fen end`,
  ),
  proof(
    'orders.lines-are-their-households',
    () => sql`select trade_order.number || ' ' || line.position as "where", line.household_fen as "found", sums.fen as "expected"
        from order_line as line join trade_order on trade_order.id = line.order_id
        cross join lateral (
          select sum(household_fen) as fen from allocation where line_id = line.id and earned_at is not null
        ) as sums where line.household_fen is distinct from sums.fen`,
  ),
  proof(
    'orders.sellers-are-in-the-ledger',
    () => sql`select trade_order.number as "where", coalesce(booked.fen, 0) as "found", owed.fen as "expected"
        from trade_order
        cross join lateral (
          select sum(seller_fen + packing_fen + platform_fen) + trade_order.freight_fen as fen
          from order_line where order_id = trade_order.id
        ) as owed
        left join lateral (
          select -sum(posting.amount) as fen from entry join posting on posting.entry_id = entry.id
          join account on account.id = posting.account_id
          where entry.key = 'sale:' || trade_order.id
            and account.kind in ('seller-earned', 'packing', 'platform-fee', 'freight')
        ) as booked on true
        where trade_order.paid_at is not null and coalesce(booked.fen, 0) is distinct from owed.fen`,
  ),
  proof(
    'orders.payments-are-in-the-ledger',
    () => sql`select coalesce(trade_order.number, sums.order_id) as "where", sums.booked as "found", sums.kept as "expected"
        from (
          select order_id, sum(booked) as booked, sum(kept) as kept from (
            select order_id::text, 0 as booked, amount_fen as kept from payment where applied_at is not null
            union all
            select payment.order_id::text, 0, -payment_refund.amount_fen
            from payment_refund join payment on payment.id = payment_refund.payment_id where payment_refund.state = 'sent'
            union all
            select entry.reference, posting.amount, 0 from entry join posting on posting.entry_id = entry.id
            join account on account.id = posting.account_id
            where account.kind = 'clearing' and entry.key ~ '^(sale|received|refund-sent|refund-returned):'
          ) as moved group by order_id
        ) as sums left join trade_order on trade_order.id::text = sums.order_id
        where sums.booked <> sums.kept`,
  ),
  proof(
    'orders.no-expired-hold',
    (now) => sql`select number as "where", 'placed, held until ' || hold_expires_at as "found", 'lapsed' as "expected"
        from trade_order where state = 'placed'
          and hold_expires_at < ${now}::timestamptz - make_interval(mins => ${LAPSE_GRACE_MINUTES})`,
  ),
  proof(
    'orders.moves-are-states',
    () => sql`select trade_order.number as "where", trade_order.state as "found", last.to_state as "expected"
        from trade_order left join order_move as last
          on last.order_id = trade_order.id and last.seq = trade_order.move_seq
        where trade_order.state is distinct from last.to_state
        union all
        select parcel.number, parcel.state, last.to_state
        from parcel left join parcel_move as last
          on last.parcel_id = parcel.id and last.seq = parcel.move_seq
        where parcel.state is distinct from last.to_state`,
  ),
  ...discountsProofs,
];
