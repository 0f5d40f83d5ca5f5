import { type RawBuilder, sql } from '#server/platform/index.ts';

/** A deduction nobody agreed to yet: asked for, in no figure of what is owed and on no account. Of rows of `due_line`. */
export const isProposed: RawBuilder<unknown> = sql`(due_line.kind = 'deduction'
  and due_line.state in ('accrued', 'stated', 'objected'))`;

/** Paid early, and its sale has not given it back: the same money stands as sold and not due. Of rows of `due_line`. */
export const isLent: RawBuilder<unknown> = sql`(due_line.kind = 'advance' and not exists (
  select from due_line as repaid where repaid.allocation_id = due_line.allocation_id and repaid.kind = 'advance-repaid'))`;
