import { businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { authorize, type Ctx, recordChange, rowsOf, run, sql, type Tx, transact } from '#server/platform/index.ts';

export type SetTaxRate = {
  organizationId: string;
  /** Null: whatever of this seller has no rate of its own. */
  productId: string | null;
  /** Null: exempt. */
  basisPoints: number | null;
};

const RATES = [0, 100, 300, 600, 900, 1300];

/** Says at what rate papers of a seller, or of one product, are made from today. Papers that stand keep theirs. */
export async function setTaxRate(ctx: Ctx, input: SetTaxRate): Promise<void> {
  authorize(ctx, 'documents.issue', { organizationId: input.organizationId });
  if (input.basisPoints !== null && !RATES.includes(input.basisPoints))
    throw new DomainError('invalid', 'documents.no-such-rate');
  await transact(ctx, async (tx) => {
    await run(
      tx,
      sql`insert into tax_rule (organization_id, product_id, basis_points, valid_from, actor_id)
          values (${input.organizationId}, ${input.productId}, ${input.basisPoints}, ${businessDayOf(tx.now)}, ${tx.actor.id})
          on conflict (organization_id, product_id, valid_from)
            do update set basis_points = excluded.basis_points, actor_id = excluded.actor_id`,
    );
    const { organizationId: subjectId, ...after } = input;
    await recordChange(tx, { subject: 'organization', subjectId, what: 'tax-rate', after });
  });
}

/** The rate of each product of a seller today; what no rule names is exempt, as farm goods of one's own land are. */
export async function ratesOf(
  tx: Tx,
  organizationId: string,
  productIds: readonly string[],
): Promise<Map<string, number | null>> {
  const rows = await rowsOf<{ id: string; rate: number | null }>(
    tx,
    sql`select product.id, (select basis_points from tax_rule
            where organization_id = ${organizationId} and (product_id = product.id or product_id is null)
              and valid_from <= ${businessDayOf(tx.now)}
            order by product_id is null, valid_from desc limit 1) as rate
        from product where product.id = any(${[...productIds]}::uuid[])`,
  );
  return new Map(rows.map(({ id, rate }) => [id, rate]));
}
