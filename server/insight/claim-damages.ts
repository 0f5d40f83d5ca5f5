/** What could be done behind the software's back to claims and the money they gave back. Two are traded: one refunded, one open. */
export const claimDamages: readonly { proof: string; done: string; sql: string; where: string }[] = [
  {
    proof: 'claims.refunded-once',
    done: 'a refunded claim is said to be open again',
    sql: `update claim set state = 'applied', refund_id = null where state = 'refunded'`,
    where: '-S1',
  },
  {
    proof: 'claims.refunded-once',
    done: 'an open claim is said to be refunded',
    sql: `alter table claim drop constraint claim_refunded, drop constraint claim_decided; update claim set state = 'refunded' where state = 'applied'`,
    where: '-S1',
  },
  {
    proof: 'claims.refunded-once',
    done: 'a claim that gave money back is removed',
    sql: `delete from claim where state = 'refunded'`,
    where: '-R1',
  },
  {
    proof: 'claims.moves-are-states',
    done: 'a claim is decided without a move',
    sql: `update claim set state = 'withdrawn' where state = 'applied'`,
    where: '-S1',
  },
  {
    proof: 'claims.moves-are-states',
    done: 'the last move of a claim is removed',
    sql: `delete from claim_move where to_state = 'refunded'`,
    where: '-S1',
  },
];
