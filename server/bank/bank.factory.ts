import { createHash } from 'node:crypto';
import { type PlacedOrder, startPayment } from '#server/orders/index.ts';
import { bankTransfer, getPayment } from '#server/payments/index.ts';
import { type Ctx, rowOf, sql } from '#server/platform/index.ts';
import { importStatement } from './import-statement.ts';
import { uploadStatement } from './statements.ts';

/** An order whose buyer has chosen to transfer: its payment and the code he writes on it. */
export async function aTransfer(ctx: Ctx, order: PlacedOrder): Promise<{ paymentId: string; code: string }> {
  const payment = await startPayment(ctx, order.number, { accessKey: order.accessKey }, bankTransfer.code);
  const { amount } = await getPayment(ctx, payment.id);
  const facts = { orderId: order.id, number: order.number, channel: 'ecommerce', buyerKind: 'shopper' as const };
  await bankTransfer.open(
    ctx,
    {
      ...facts,
      total: amount,
      amount,
      paymentId: payment.id,
      language: 'zh-CN',
      createdAt: ctx.now,
      holdExpiresAt: order.holdExpiresAt,
      reference: null,
    },
    { done: '', cancelled: '' },
  );
  const row = await rowOf<{ code: string }>(ctx, sql`select code from remittance where payment_id = ${payment.id}`);
  return { paymentId: payment.id, code: row?.code ?? '' };
}

export type ALine = { yuan: string; memo: string; serial?: string; payer?: string; day?: string };

/** A statement as a bank gives it out, with these incoming lines. */
export function aStatement(...lines: ALine[]): Uint8Array {
  const rows = lines.map(({ yuan, memo, payer = '林晓', day = '2026-06-01', serial }, index) => {
    const number = serial ?? createHash('sha256').update(`${index} ${yuan} ${memo}`).digest('hex').slice(0, 12);
    return `${day},"${yuan}",,${payer},6222020000001111,${memo},S${number}`;
  });
  return new TextEncoder().encode(['交易日期,收入,支出,对方户名,对方账号,附言,流水号', ...rows].join('\r\n'));
}

/** Uploads and books a statement. */
export async function importLines(ctx: Ctx, ...lines: ALine[]) {
  const { id } = await uploadStatement(ctx, 'statement.csv', aStatement(...lines));
  return importStatement(ctx, id);
}
