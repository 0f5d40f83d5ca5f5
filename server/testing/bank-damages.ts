/** What could be done to the rows of the bank and of cash behind the software's back, and the proof that must say so. */
export const bankDamages = [
  {
    proof: 'bank.lines-are-in-the-ledger',
    done: 'a line of the bank is no longer in the ledger',
    sql: () => `delete from posting where entry_id in (select id from entry where kind = 'bank-line')`,
    where: () => 'line S',
  },
  {
    proof: 'bank.lines-are-in-the-ledger',
    done: 'the ledger knows a line the bank never told of',
    sql: () => `update entry set key = key || '-x' where id = (select id from entry where kind = 'bank-line' limit 1)`,
    where: () => '',
  },
  {
    proof: 'bank.placed-is-what-was-made-of-a-line',
    done: 'a line says that less of it has its place',
    sql: () => `update bank_line set placed_fen = placed_fen - 1 where placed_fen > 0`,
    where: () => 'line S',
  },
  {
    proof: 'bank.placed-is-what-was-made-of-a-line',
    done: 'a match grows over its line',
    sql: () => `update bank_match set amount_fen = amount_fen + 1000000`,
    where: () => 'line S',
  },
  {
    proof: 'bank.received-is-matched',
    done: 'a match is removed',
    sql: () => `delete from bank_match`,
    where: () => 'QX',
  },
  {
    proof: 'bank.received-is-matched',
    done: 'more is said to have come under a code',
    sql: () => `update remittance set received_fen = received_fen + 1`,
    where: () => 'QX',
  },
  {
    proof: 'bank.full-is-applied',
    done: 'a transfer that came in full is forgotten',
    sql: () => `update payment set applied_at = null where provider = 'bank-transfer' and state = 'succeeded';
      update bank_match set at = at - interval '1 hour'`,
    where: () => 'QX',
  },
  {
    proof: 'bank.full-is-applied',
    done: 'a transfer of which a part came counts as paid',
    sql: () => `update payment set state = 'succeeded', settled_at = now(), applied_at = now()
      where provider = 'bank-transfer' and state = 'started'`,
    where: () => 'QX',
  },
  {
    proof: 'bank.credits-are-in-the-ledger',
    done: 'a credit grows',
    sql: () => `update bank_credit set amount_fen = amount_fen + 1, left_fen = left_fen + 1`,
    where: () => 'credit ',
  },
  {
    proof: 'bank.credits-are-in-the-ledger',
    done: 'a credit is used and nobody knows for what',
    sql: () => `update bank_credit set left_fen = left_fen - 1`,
    where: () => 'credit ',
  },
  {
    proof: 'bank.clearing-is-what-waits',
    done: 'a line that waits grows',
    sql: () => `update bank_line set amount_fen = amount_fen + 1 where placed_fen < amount_fen`,
    where: () => 'clearing:bank-transfer',
  },
  {
    proof: 'bank.cash-is-received',
    done: 'a receipt says more than was due',
    sql: () => `update cash_receipt set due_fen = due_fen + 1, change_fen = change_fen - 1`,
    where: () => 'receipt 1',
  },
  {
    proof: 'bank.receipts-have-no-gap',
    done: 'a receipt is torn out',
    sql: () => `delete from cash_receipt`,
    where: () => '',
  },
];
