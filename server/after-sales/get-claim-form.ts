import { DomainError } from '#server/kernel/errors.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import type { OrderReader } from '#server/orders/index.ts';
import { mayRead } from '#server/orders/index.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import { getOwnParcel } from './apply-for-claim.ts';
import { openStates } from './claim.machine.ts';
import { claimUntil } from './claim.terms.ts';
import { type ClaimFormView, type ClaimKind, type ClaimState, claimKinds, type ParcelClaimsView } from './contract.ts';
import { type ParcelTerms, termsOfParcel } from './terms-of-parcel.ts';

/** What of a parcel its buyer may claim now, by kind, and until when; where he may not, why. */
export async function getClaimForm(ctx: Ctx, parcelNumber: string, reader: OrderReader): Promise<ClaimFormView> {
  authorize(ctx, 'claims.apply');
  const { id, orderNumber } = await getOwnParcel(ctx, parcelNumber, reader);
  const terms = await termsOfParcel(ctx, id);
  const seller = await rowOf<{ name: LocalizedText }>(
    ctx,
    sql`select seller_name as name from parcel where id = ${id}`,
  );
  return {
    orderNumber,
    parcelNumber,
    seller: seller?.name ?? { 'zh-CN': '' },
    lines: terms.lines
      .filter(({ count, left }) => count > 0 && left > 0)
      .map(({ id: _, countLeft: __, ...line }) => line),
    kinds: claimKinds.map((kind) => ({ kind, ...openingOf(kind, terms, ctx.now) })),
  };
}

/** Open for one line is open: which lines it is open for is said when they are chosen. */
function openingOf(kind: ClaimKind, { parcel, lines, termsOf }: ParcelTerms, now: Date) {
  let refusal: { code: string; params: Record<string, string | number> } | null = null;
  let latest: { until: string | null } | null = null;
  for (const line of lines) {
    try {
      const until = claimUntil(kind, line.perishable, parcel, termsOf(line), now)?.toISOString() ?? null;
      if (latest === null || (until !== null && latest.until !== null && until > latest.until)) latest = { until };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refusal ??= { code: error.code, params: error.params };
    }
  }
  return latest ? { ...latest, refusal: null } : { until: null, refusal };
}

/** The claims about an order, parcel by parcel, and where one more could be made. */
export async function findClaimsOfOrder(
  ctx: Ctx,
  orderNumber: string,
  reader: OrderReader,
): Promise<ParcelClaimsView[]> {
  authorize(ctx, 'claims.apply');
  const order = await rowOf<{ id: string; access_key: string; buyer_user_id: string | null }>(
    ctx,
    sql`select id, access_key, buyer_user_id from trade_order where number = ${orderNumber}`,
  );
  if (!order || !mayRead(ctx, order, reader)) throw new DomainError('not-found', 'orders.unknown');
  const parcels = await rowsOf<{ id: string; number: string; claims: ParcelClaimsView['claims']; sent: boolean }>(
    ctx,
    sql`select parcel.id, parcel.number, parcel.state in ('partly-shipped', 'shipped', 'delivered') as sent,
          coalesce((select jsonb_agg(jsonb_build_object('number', number, 'state', state, 'appliedAt', applied_at)
            order by applied_at) from claim where parcel_id = parcel.id), '[]') as claims
        from parcel where parcel.order_id = ${order.id} order by parcel.number`,
  );
  const views: ParcelClaimsView[] = [];
  for (const { id, number, claims, sent } of parcels) {
    const isOpen = claims.some(({ state }) => (openStates as readonly ClaimState[]).includes(state));
    views.push({ parcelNumber: number, claims, canClaim: sent && !isOpen && (await isStillOpen(ctx, id)) });
  }
  return views;
}

async function isStillOpen(ctx: Ctx, parcelId: string): Promise<boolean> {
  const terms = await termsOfParcel(ctx, parcelId);
  const anythingLeft = terms.lines.some(({ count, left }) => count > 0 && left > 0);
  return anythingLeft && claimKinds.some((kind) => openingOf(kind, terms, ctx.now).refusal === null);
}
