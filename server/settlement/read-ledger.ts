import { addDays, startOfDay } from '#server/kernel/calendar.ts';
import { findAccounts, getAccount, getEntry, getTrialBalance, type TrialBalance } from '#server/ledger/index.ts';
import { authorize, type Ctx, sql } from '#server/platform/index.ts';
import { findOwners } from './account-owners.ts';
import type { LedgerAccountsView, LedgerAccountView, LedgerEntryView, Period } from './contract.ts';
import { findSubjects } from './entry-subjects.ts';
import { readPostings } from './read-postings.ts';

const POSTINGS_PER_PAGE = 100;

/** The trial balance of some days, both included. */
export function getBalanceOfDays(ctx: Ctx, period: Period): Promise<TrialBalance> {
  return getTrialBalance(ctx, spanOf(period));
}

/** The accounts of one kind over some days, each with whose it is. */
export async function findLedgerAccounts(
  ctx: Ctx,
  kind: string,
  period: Period,
  wish: { page: number },
): Promise<LedgerAccountsView> {
  const found = await findAccounts(ctx, kind, spanOf(period), wish);
  const owners = await findOwners(
    ctx,
    found.rows.map(({ code }) => code),
  );
  return { ...found, rows: found.rows.map((row) => ({ ...row, owner: owners.get(row.code) ?? null })) };
}

/** An account over some days, each posting with what its entry was booked for. */
export async function getLedgerAccount(
  ctx: Ctx,
  code: string,
  period: Period,
  wish: { page: number },
): Promise<LedgerAccountView> {
  const account = await getAccount(ctx, code, spanOf(period), wish);
  const owners = await findOwners(ctx, [code]);
  const subjects = await findSubjects(
    ctx,
    account.rows.map(({ reference }) => reference),
  );
  const rows = account.rows.map((row) => ({ ...row, subject: subjects.get(row.reference) ?? null }));
  return { ...account, owner: owners.get(code) ?? null, rows };
}

/** An entry with its postings, page by page, and what it was booked for. */
export async function getLedgerEntry(ctx: Ctx, id: string, wish: { page: number }): Promise<LedgerEntryView> {
  authorize(ctx, 'books.read');
  const entry = await getEntry(ctx, id);
  const subjects = await findSubjects(ctx, [entry.reference]);
  const pages = Math.max(1, Math.ceil(entry.postings / POSTINGS_PER_PAGE));
  const page = Math.min(wish.page, pages);
  const postings = await readPostings(
    ctx,
    sql`where entry.id = ${id} order by posting.id limit ${POSTINGS_PER_PAGE} offset ${(page - 1) * POSTINGS_PER_PAGE}`,
  );
  return {
    ...entry,
    count: entry.postings,
    subject: subjects.get(entry.reference) ?? null,
    page,
    pages,
    postings: postings.map(({ entryId: _, ...posting }) => posting),
  };
}

function spanOf({ from, to }: Period) {
  return { from: startOfDay(from), until: startOfDay(addDays(to, 1)) };
}
