import { sql } from '#server/platform/index.ts';
import { type Proof, proof } from '#server/platform/proof.ts';

/** What must hold of claims and the money that went back by them. */
export const afterSalesProofs: Proof[] = [
  proof(
    'claims.refunded-once',
    () => sql`select claim.number as "where", coalesce(string_agg(refund.number, ', ' order by refund.number), 'no refund') as "found",
          case when claim.state = 'refunded' then 'its one refund' else 'no refund' end as "expected"
        from claim left join refund on refund.id = claim.refund_id or refund.key = 'claim:' || claim.id
        group by claim.id having count(refund.id) <> case when claim.state = 'refunded' then 1 else 0 end
          or (claim.state = 'refunded' and bool_or(refund.id is distinct from claim.refund_id
            or refund.kind <> 'claim' or refund.parcel_id <> claim.parcel_id))
        union all
        select refund.number, 'no claim', 'the claim it answers'
        from refund where kind = 'claim' and not exists (select 1 from claim where refund_id = refund.id)`,
  ),
  proof(
    'claims.moves-are-states',
    () => sql`select claim.number as "where", concat_ws(' ', claim.state, claim.move_seq) as "found",
          coalesce(concat_ws(' ', last.to_state, last.seq), 'a move') as "expected"
        from claim left join lateral (
          select to_state, seq from claim_move where claim_id = claim.id order by seq desc limit 1
        ) as last on true
        where claim.state is distinct from last.to_state or claim.move_seq is distinct from last.seq`,
  ),
];
