import { sql } from '#server/platform/index.ts';
import { type Proof, proof } from '#server/platform/proof.ts';

const APPLY_GRACE_MINUTES = 10;

/** What must hold of payments: money that came in is taken account of. */
export const paymentsProofs: Proof[] = [
  proof(
    'payments.all-applied',
    (
      now,
    ) => sql`select payment.id as "where", payment.state || ' since ' || payment.settled_at as "found", 'applied' as "expected"
        from payment where state = 'succeeded' and applied_at is null
          and settled_at < ${now}::timestamptz - make_interval(mins => ${APPLY_GRACE_MINUTES})`,
  ),
];
