import { sql } from '#server/platform/index.ts';
import { type Proof, proof } from '#server/platform/proof.ts';

const APPLY_GRACE_MINUTES = 10;

/** What must hold of payments: money that came in is taken account of, and what goes back goes once and no more than came. */
export const paymentsProofs: Proof[] = [
  proof(
    'payments.all-applied',
    (
      now,
    ) => sql`select payment.id as "where", payment.state || ' since ' || payment.settled_at as "found", 'applied' as "expected"
        from payment where state = 'succeeded' and applied_at is null
          and settled_at < ${now}::timestamptz - make_interval(mins => ${APPLY_GRACE_MINUTES})`,
  ),
  proof(
    'payments.no-more-back-than-came',
    () => sql`select payment.id as "where", sums.owed as "found", 'at most ' || payment.amount_fen as "expected"
        from payment join (
          select payment_id, sum(amount_fen) as owed from payment_refund group by payment_id
        ) as sums on sums.payment_id = payment.id
        where sums.owed > payment.amount_fen or payment.state not in ('succeeded', 'refunded')`,
  ),
  proof(
    'payments.refunded-is-all-sent',
    () => sql`select payment.id as "where", payment.state as "found",
          coalesce(sums.sent, 0) || ' of ' || payment.amount_fen || ' sent' as "expected"
        from payment left join (
          select payment_id, sum(amount_fen) as sent from payment_refund where state = 'sent' group by payment_id
        ) as sums on sums.payment_id = payment.id
        where (payment.state = 'refunded') <> (coalesce(sums.sent, 0) = payment.amount_fen)`,
  ),
  proof(
    'payments.sent-is-booked-once',
    () => sql`select payment_refund.id as "where", coalesce(booked.fen, 0) as "found",
          case when payment_refund.state = 'sent' then payment_refund.amount_fen else 0 end as "expected"
        from payment_refund left join (
          select posting.detail, -sum(posting.amount) as fen from entry join posting on posting.entry_id = entry.id
          join account on account.id = posting.account_id
          where entry.kind in ('refund-sent', 'refund-returned') and account.kind = 'clearing' group by posting.detail
        ) as booked on booked.detail = payment_refund.id::text
        where coalesce(booked.fen, 0) <> case when payment_refund.state = 'sent' then payment_refund.amount_fen else 0 end`,
  ),
  proof(
    'payments.buyer-credit-is-owed',
    () => sql`select 'order ' || coalesce(booked.order_id, owed.order_id) as "where", coalesce(booked.fen, 0) as "found",
          coalesce(owed.fen, 0) as "expected"
        from (
          select account.owner_id as order_id, -sum(posting.amount) as fen from account
          join posting on posting.account_id = account.id where account.kind = 'buyer-credit' group by account.owner_id
        ) as booked full join (
          select payment.order_id::text as order_id, sum(payment_refund.amount_fen) as fen
          from payment_refund join payment on payment.id = payment_refund.payment_id
          where payment_refund.state <> 'sent' group by payment.order_id
        ) as owed on owed.order_id = booked.order_id
        where coalesce(booked.fen, 0) <> coalesce(owed.fen, 0)`,
  ),
];
