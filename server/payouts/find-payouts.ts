import { DomainError } from '#server/kernel/errors.ts';
import { authorize, type Ctx, can, type RawBuilder, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import { payable } from './assemble-payout.ts';
import type { PayableView, PayoutRunRow, PayoutRunsView, PayoutRunView, TransferState } from './contract.ts';

const RUNS_PER_PAGE = 30;
const TRANSFERS_PER_PAGE = 50;
const LISTED_MAX = 200;

/** Payout runs, newest first, each with how far it is. */
export async function findPayouts(ctx: Ctx, wish: { page: number }): Promise<PayoutRunsView> {
  authorize(ctx, 'books.read');
  const count = await rowOf<{ runs: number }>(ctx, sql`select count(*)::int as runs from payout_run`);
  const pages = Math.max(1, Math.ceil((count?.runs ?? 0) / RUNS_PER_PAGE));
  const page = Math.min(wish.page, pages);
  const rows = await readRuns(
    ctx,
    sql`order by made_at desc, id desc limit ${RUNS_PER_PAGE} offset ${(page - 1) * RUNS_PER_PAGE}`,
  );
  return { page, pages, rows };
}

/** One run with its transfers, page by page; of cards the last digits. */
export async function getPayout(
  ctx: Ctx,
  number: string,
  wish: { filter: TransferState | 'all'; page: number },
): Promise<PayoutRunView> {
  authorize(ctx, 'books.read');
  const [row] = await readRuns(ctx, sql`where number = ${number}`);
  if (!row) throw new DomainError('not-found', 'payouts.unknown');
  const head = await rowOf<{ sha256: string | null; madeBy: string; counts: PayoutRunView['counts'] }>(
    ctx,
    sql`select file_sha256 as sha256, made_by as "madeBy", (
          select coalesce(jsonb_object_agg(state, transfers), '{}') from (
            select state, count(*)::int as transfers from transfer where run_id = ${row.id} group by state) as counted
        ) as counts from payout_run where id = ${row.id}`,
  );
  const counts = head?.counts ?? {};
  const listed =
    wish.filter === 'all' ? Object.values(counts).reduce((sum, one) => sum + one, 0) : (counts[wish.filter] ?? 0);
  const pages = Math.max(1, Math.ceil(listed / TRANSFERS_PER_PAGE));
  const page = Math.min(wish.page, pages);
  return {
    ...row,
    sha256: head?.sha256 ?? null,
    mayApprove: row.state === 'assembled' && can(ctx.actor, 'payouts.approve') && ctx.actor.id !== head?.madeBy,
    filter: wish.filter,
    counts,
    page,
    pages,
    rows: await transfersOf(ctx, row.id, wish.filter, page),
    moves: await rowsOf(
      ctx,
      sql`select from_state as "from", to_state as "to", reason, at, person.name as by
          from payout_run_move left join user_account as person on person.id = actor_id
          where run_id = ${row.id} order by seq`,
    ),
    imports: await rowsOf(
      ctx,
      sql`select file_name as "fileName", rows, changed, at, person.name as by
          from payout_import left join user_account as person on person.id = actor_id
          where run_id = ${row.id} order by at desc, payout_import.id desc limit ${LISTED_MAX}`,
    ),
  };
}

/** The run of a number, for who acts on it. */
export async function getPayoutId(ctx: Ctx, number: string): Promise<string> {
  authorize(ctx, 'books.read');
  const run = await rowOf<{ id: string }>(ctx, sql`select id from payout_run where number = ${number}`);
  if (!run) throw new DomainError('not-found', 'payouts.unknown');
  return run.id;
}

/** What could be paid now: by payer, without a card, and in cash. */
export async function getPayable(ctx: Ctx): Promise<PayableView> {
  authorize(ctx, 'books.read');
  const household = sql`jsonb_build_object('code', household.code, 'name', household.name, 'village', village.name)`;
  const waiting = (which: RawBuilder<unknown>) => sql`
    statement join household on household.id = statement.household_id
    join region as village on village.code = household.village_code
    where statement.state in ('confirmed', 'failed') and statement.amount_fen > 0 and ${which}
    order by statement.answered_at, statement.number limit ${LISTED_MAX}`;
  return {
    payers: await rowsOf(
      ctx,
      sql`select coalesce(organization.code, due.payer) as code, organization.name, due.statements, due.amount from (
            select payer, count(*)::int as statements, sum(amount_fen)::bigint as amount
            from statement join household on household.id = statement.household_id where ${payable} group by payer
          ) as due left join organization on organization.id::text = due.payer order by due.payer <> 'platform', code`,
    ),
    withoutCard: await rowsOf(
      ctx,
      sql`select ${household} as household, statement.number as "statementNumber", statement.amount_fen as amount
          from ${waiting(sql`statement.way = 'bank' and household.bank_card_sealed is null`)}`,
    ),
    inCash: await rowsOf(
      ctx,
      sql`select ${household} as household, statement.id as "statementId", statement.number as "statementNumber",
            statement.amount_fen as amount from ${waiting(sql`statement.way = 'cash'`)}`,
    ),
  };
}

function transfersOf(
  ctx: Ctx,
  runId: string,
  filter: TransferState | 'all',
  page: number,
): Promise<PayoutRunView['rows']> {
  return rowsOf(
    ctx,
    sql`select transfer.number, jsonb_build_object('code', household.code, 'name', household.name) as household,
          statement.number as "statementNumber", transfer.way, transfer.amount_fen as amount,
          transfer.card_tail as "cardTail", transfer.state, transfer.bank_reason as reason, transfer.paid_at as "paidAt",
          transfer.state in ('failed', 'returned') and statement.state = 'failed' and again.transfer is null as "owedAgain",
          case when again.transfer is not null then
            jsonb_build_object('run', again.run, 'transfer', again.transfer, 'state', again.state) end as again
        from transfer join household on household.id = transfer.household_id
        join statement on statement.id = transfer.statement_id
        left join lateral (
          select later.number as transfer, payout_run.number as run, later.state
          from transfer as later left join payout_run on payout_run.id = later.run_id
          where transfer.state in ('failed', 'returned') and later.statement_id = transfer.statement_id
            and later.id <> transfer.id and later.state <> 'dropped'
            and (later.run_id is null or payout_run.made_at > (select made_at from payout_run where id = ${runId}))
          order by later.state = 'paid' desc, payout_run.made_at limit 1
        ) as again on true
        where transfer.run_id = ${runId} and (${filter} = 'all' or transfer.state = ${filter})
        order by transfer.number limit ${TRANSFERS_PER_PAGE} offset ${(page - 1) * TRANSFERS_PER_PAGE}`,
  );
}

function readRuns(ctx: Ctx, which: RawBuilder<unknown>): Promise<PayoutRunRow[]> {
  const sums = (states: readonly string[]) => sql`jsonb_build_object(
    'transfers', count(*) filter (where state = any(${states}::text[])),
    'amount', coalesce(sum(amount_fen) filter (where state = any(${states}::text[])), 0))`;
  return rowsOf(
    ctx,
    sql`select listed.id, listed.number,
          jsonb_build_object('code', coalesce(payer.code, listed.payer), 'name', payer.name) as payer, listed.state,
          listed.planned, listed.transfers, listed.total_fen as total, sums.paid, sums.failed, sums.returned, sums.open,
          coalesce(maker.name, listed.made_by) as "madeBy", listed.made_at as "madeAt",
          coalesce(checker.name, listed.approved_by) as "approvedBy", listed.approved_at as "approvedAt",
          listed.exported_at as "exportedAt"
        from (select * from payout_run ${which}) as listed
        left join organization as payer on payer.id::text = listed.payer
        left join user_account as maker on maker.id = listed.made_by
        left join user_account as checker on checker.id = listed.approved_by
        cross join lateral (
          select ${sums(['paid'])} as paid, ${sums(['failed'])} as failed, ${sums(['returned'])} as returned,
            ${sums(['approved', 'sent', 'unknown'])} as open
          from transfer where run_id = listed.id
        ) as sums order by listed.made_at desc, listed.id desc`,
  );
}
