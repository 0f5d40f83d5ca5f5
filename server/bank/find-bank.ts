import { BANK_TRANSFER, readRemittanceCodes } from '#server/payments/index.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type {
  BankDeskView,
  CreditView,
  PartView,
  RefundByHandView,
  StatementListView,
  WaitingLine,
} from './contract.ts';

const SHOWN_MAX = 100;

/** What waits at the bank desk, and the latest statements. */
export async function getBankDesk(ctx: Ctx): Promise<BankDeskView> {
  authorize(ctx, 'bank.keep');
  const sums = await rowOf<{
    waiting: BankDeskView['waiting'];
    credits: BankDeskView['waiting'];
    refunds: BankDeskView['waiting'];
    parts: number;
  }>(
    ctx,
    sql`select
          (select json_build_object('lines', count(*)::int, 'fen', coalesce(sum(amount_fen - placed_fen), 0))
            from bank_line where placed_fen < amount_fen) as waiting,
          (select json_build_object('lines', count(*)::int, 'fen', coalesce(sum(left_fen), 0))
            from bank_credit where left_fen > 0) as credits,
          (select json_build_object('lines', count(*)::int, 'fen', coalesce(sum(payment_refund.amount_fen), 0))
            from payment_refund join payment on payment.id = payment_refund.payment_id
            where payment.provider = ${BANK_TRANSFER} and payment_refund.state <> 'sent') as refunds,
          (select count(*)::int from remittance join payment on payment.id = remittance.payment_id
            where received_fen > 0 and payment.state in ('started', 'failed')) as parts`,
  );
  const statements = await rowsOf<StatementListView[number]>(
    ctx,
    sql`select bank_statement.id, filename, state, lines, person.name as by, coalesce(imported_at, uploaded_at) as at
        from bank_statement left join user_account as person on person.id = coalesce(imported_by, uploaded_by)
        order by uploaded_at desc, bank_statement.id desc limit 20`,
  );
  const none = { lines: 0, fen: 0 };
  return { waiting: none, credits: none, refunds: none, parts: 0, ...sums, statements };
}

/** Lines of which something waits for a person, oldest first, each with the open transfers that would fit best; or one line, whatever is left of it. */
export async function findWaitingLines(ctx: Ctx, id: string | null = null): Promise<WaitingLine[]> {
  authorize(ctx, 'bank.keep');
  const rows = await rowsOf<Omit<WaitingLine, 'slips'>>(
    ctx,
    sql`select line.id, line.day::text as day, line.serial, line.amount_fen as amount, line.amount_fen - line.placed_fen as left,
          line.payer_name as "payerName", line.payer_account as "payerAccount", line.memo, fit.suggestions
        from bank_line as line cross join lateral (
          select coalesce(json_agg(json_build_object('code', code, 'number', number, 'missing', missing, 'recipient', recipient,
              'sameName', same_name) order by same_name desc, placed_at), '[]') as suggestions
          from (
            select remittance.code, trade_order.number, payment.amount_fen - remittance.received_fen as missing,
              trade_order.recipient, trade_order.placed_at,
              line.payer_name <> '' and trade_order.recipient = line.payer_name as same_name
            from remittance join payment on payment.id = remittance.payment_id
            join trade_order on trade_order.id = payment.order_id
            where payment.state in ('started', 'failed') and trade_order.state in ('placed', 'lapsed')
              and (payment.amount_fen - remittance.received_fen = line.amount_fen - line.placed_fen
                or (line.payer_name <> '' and trade_order.recipient = line.payer_name))
            order by (payment.amount_fen - remittance.received_fen = line.amount_fen - line.placed_fen) desc, placed_at desc
            limit 3
          ) as likely
        ) as fit
        where case when ${id}::uuid is null then line.placed_fen < line.amount_fen else line.id = ${id}::uuid end
        order by line.day, line.row, line.id limit ${SHOWN_MAX}`,
  );
  return rows.map((row) => ({ ...row, slips: readRemittanceCodes(row.memo).slips }));
}

/** Money that is over and a buyer's, oldest first. */
export async function findCredits(ctx: Ctx, id: string | null = null): Promise<CreditView[]> {
  authorize(ctx, 'bank.keep');
  return rowsOf<CreditView>(
    ctx,
    sql`select credit.id, credit.at, credit.amount_fen as amount, credit.left_fen as left, credit.because, credit.reason,
          trade_order.number, line.payer_name as "payerName", line.payer_account as "payerAccount"
        from bank_credit as credit join bank_line as line on line.id = credit.line_id
        left join trade_order on trade_order.id = credit.order_id
        where case when ${id}::uuid is null then credit.left_fen > 0 else credit.id = ${id}::uuid end
        order by credit.at, credit.id limit ${SHOWN_MAX}`,
  );
}

/** Transfers of which only a part has come, oldest first. */
export async function findParts(ctx: Ctx, id: string | null = null): Promise<PartView[]> {
  authorize(ctx, 'bank.keep');
  return rowsOf<PartView>(
    ctx,
    sql`select payment.id as "paymentId", remittance.code, trade_order.number, trade_order.state as "orderState",
          payment.amount_fen as amount, remittance.received_fen as received, trade_order.hold_expires_at as "holdExpiresAt"
        from remittance join payment on payment.id = remittance.payment_id
        join trade_order on trade_order.id = payment.order_id
        where case when ${id}::uuid is not null then payment.id = ${id}::uuid else remittance.received_fen > 0
          and remittance.received_fen < payment.amount_fen and payment.state in ('started', 'failed') end
        order by trade_order.placed_at, payment.id limit ${SHOWN_MAX}`,
  );
}

/** Refunds of transfers that a person has to send, with the account the money came from. */
export async function findRefundsByHand(ctx: Ctx, id: string | null = null): Promise<RefundByHandView[]> {
  authorize(ctx, 'bank.keep');
  return rowsOf<RefundByHandView>(
    ctx,
    sql`select payment_refund.id, trade_order.number, payment_refund.amount_fen as amount, payment_refund.because,
          payment_refund.owed_at as "owedAt", payer.payer_name as "payerName", payer.payer_account as "payerAccount",
          trade_order.recipient
        from payment_refund join payment on payment.id = payment_refund.payment_id
        join trade_order on trade_order.id = payment.order_id
        left join lateral (
          select line.payer_name, line.payer_account from bank_match join bank_line as line on line.id = bank_match.line_id
          where bank_match.payment_id = payment.id and bank_match.amount_fen > 0
          order by bank_match.amount_fen desc, bank_match.id limit 1
        ) as payer on true
        where payment.provider = ${BANK_TRANSFER}
          and case when ${id}::uuid is null then payment_refund.state <> 'sent' else payment_refund.id = ${id}::uuid end
        order by payment_refund.owed_at, payment_refund.id limit ${SHOWN_MAX}`,
  );
}
