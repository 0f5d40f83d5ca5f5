import { sql } from '#server/platform/index.ts';
import { type Proof, proof } from '#server/platform/proof.ts';

const COMPLETE_GRACE_MINUTES = 10;

/** What must hold of transfers and cash: what the bank said, what was made of it, and what the ledger says are one. */
export const bankProofs: Proof[] = [
  proof(
    'bank.lines-are-in-the-ledger',
    () => sql`select coalesce('line ' || line.serial, booked.key) as "where", coalesce(booked.fen, 0) as "found",
          coalesce(line.amount_fen, 0) as "expected"
        from bank_line as line full join (
          select entry.key, sum(posting.amount) as fen from entry join posting on posting.entry_id = entry.id
          join account on account.id = posting.account_id
          where entry.kind = 'bank-line' and account.code = 'bank:platform' group by entry.key
        ) as booked on booked.key = 'bank-line:' || line.id
        where coalesce(booked.fen, 0) <> coalesce(line.amount_fen, 0)`,
  ),
  proof(
    'bank.placed-is-what-was-made-of-a-line',
    () => sql`select 'line ' || line.serial as "where", line.placed_fen as "found", sums.fen || ' of ' || line.amount_fen as "expected"
        from bank_line as line cross join lateral (
          select coalesce((select sum(amount_fen) from bank_match where line_id = line.id and how <> 'credit'), 0)
            + coalesce((select sum(amount_fen) from bank_credit where line_id = line.id), 0) as fen
        ) as sums
        where line.placed_fen <> sums.fen or sums.fen > line.amount_fen
          or (select coalesce(sum(amount_fen), 0) from bank_match where line_id = line.id) not between 0 and line.amount_fen`,
  ),
  proof(
    'bank.received-is-matched',
    () => sql`select remittance.code as "where", remittance.received_fen as "found",
          sums.fen || ' of ' || payment.amount_fen as "expected"
        from remittance join payment on payment.id = remittance.payment_id cross join lateral (
          select coalesce(sum(amount_fen), 0) as fen from bank_match where payment_id = payment.id
        ) as sums
        where remittance.received_fen <> sums.fen or sums.fen > payment.amount_fen`,
  ),
  proof(
    'bank.full-is-applied',
    (now) => sql`select remittance.code as "where", payment.state as "found", 'applied' as "expected"
        from remittance join payment on payment.id = remittance.payment_id
        where (remittance.received_fen = payment.amount_fen and payment.applied_at is null
            and (select max(at) from bank_match where payment_id = payment.id)
              < ${now}::timestamptz - make_interval(mins => ${COMPLETE_GRACE_MINUTES}))
          or (payment.provider = 'bank-transfer' and payment.state in ('succeeded', 'refunded')
            and remittance.received_fen <> payment.amount_fen)`,
  ),
  proof(
    'bank.credits-are-in-the-ledger',
    () => sql`select 'credit ' || credit.id as "where", coalesce(booked.fen, 0) || ' / ' || credit.left_fen as "found",
          credit.amount_fen - uses.fen as "expected"
        from bank_credit as credit left join (
          select account.owner_id, -sum(posting.amount) as fen from account join posting on posting.account_id = account.id
          where account.kind = 'bank-credit' group by account.owner_id
        ) as booked on booked.owner_id = credit.id::text
        cross join lateral (
          select coalesce((select sum(amount_fen) from bank_match where credit_id = credit.id), 0)
            + coalesce((select sum(amount_fen) from bank_sending where credit_id = credit.id), 0) as fen
        ) as uses
        where credit.left_fen <> credit.amount_fen - uses.fen or coalesce(booked.fen, 0) <> credit.left_fen`,
  ),
  proof(
    'bank.clearing-is-what-waits',
    () => sql`select 'clearing:bank-transfer' as "where", booked.fen as "found", waits.fen as "expected"
        from (
          select coalesce(-sum(posting.amount), 0) as fen from account join posting on posting.account_id = account.id
          where account.code = 'clearing:bank-transfer'
        ) as booked cross join (
          select coalesce((select sum(amount_fen - placed_fen) from bank_line), 0)
            + coalesce((select sum(received_fen) from remittance join payment on payment.id = remittance.payment_id
                where payment.applied_at is null), 0) as fen
        ) as waits
        where booked.fen <> waits.fen`,
  ),
  proof(
    'bank.cash-is-received',
    (now) => sql`select 'receipt ' || receipt.seq as "where", payment.state || ' ' || receipt.due_fen as "found",
          'applied ' || payment.amount_fen as "expected"
        from cash_receipt as receipt join payment on payment.id = receipt.payment_id
        where receipt.due_fen <> payment.amount_fen or (payment.applied_at is null
          and receipt.at < ${now}::timestamptz - make_interval(mins => ${COMPLETE_GRACE_MINUTES}))`,
  ),
  proof(
    'bank.receipts-have-no-gap',
    () => sql`select organization.code as "where", till.last_receipt as "found", count(receipt.id) as "expected"
        from cash_till as till join organization on organization.id = till.organization_id
        left join cash_receipt as receipt on receipt.organization_id = till.organization_id
        group by organization.code, till.last_receipt
        having count(receipt.id) <> till.last_receipt or coalesce(max(receipt.seq), 0) <> till.last_receipt`,
  ),
];
