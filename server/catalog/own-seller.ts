import { DomainError } from '#server/kernel/errors.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { authorize, type Ctx, organizationsWith, rowOf, sql } from '#server/platform/index.ts';

/** The seller whose freight the clerk sets. */
export async function ownSeller(ctx: Ctx): Promise<{ id: string; name: LocalizedText }> {
  const own = organizationsWith(ctx.actor, 'freight.set');
  const seller =
    own === 'all'
      ? null
      : await rowOf<{ id: string; name: LocalizedText }>(
          ctx,
          sql`select id, name from organization where id = any(${own}::uuid[]) order by code limit 1`,
        );
  if (!seller) throw new DomainError('forbidden', 'access.denied', { permission: 'freight.set' });
  authorize(ctx, 'freight.set', { organizationId: seller.id });
  return seller;
}
