import { sql } from '#server/platform/index.ts';
import { type Proof, proof } from '#server/platform/proof.ts';

const ANSWER_GRACE_MINUTES = 24 * 60;

/** What must hold of statements and the lines on them. */
export const statementsProofs: Proof[] = [
  proof(
    'statements.add-up',
    () => sql`select statement.number as "where", statement.amount_fen as "found", sums.fen as "expected"
        from statement cross join lateral (
          select coalesce(sum(amount_fen), 0) as fen from due_line where statement_id = statement.id
        ) as sums where statement.amount_fen <> sums.fen`,
  ),
  proof(
    'statements.lines-go-with-them',
    () => sql`select statement.number as "where", due_line.state as "found", statement.state as "expected"
        from statement join due_line on due_line.statement_id = statement.id where due_line.state <> statement.state`,
  ),
  proof(
    'statements.moves-are-states',
    () => sql`select statement.number as "where", statement.state as "found", last.to_state as "expected"
        from statement left join statement_move as last
          on last.statement_id = statement.id and last.seq = statement.move_seq
        where statement.state is distinct from last.to_state`,
  ),
  proof(
    'statements.silence-is-heard',
    (now) => sql`select number as "where", 'to be answered until ' || answer_until as "found", 'confirmed' as "expected"
        from statement where state = 'stated' and exists (select from heartbeat)
          and answer_until < ${now}::timestamptz - make_interval(mins => ${ANSWER_GRACE_MINUTES})`,
  ),
];
