import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a buyer was told: kept by him, so that nothing the shop forgets is forgotten here. */
export type Told = { number: string; accessKey: string; total: number; paid: boolean };

type Shopping = { address: string; pack: string; purchases: number; buyers: number; onPaid(count: number): void };

const PATIENCE_MS = 40_000;

/**
 * Buys over so many connections at once. A buyer who gets no answer, or is told to come back, asks the same again until
 * he has one, as the key of his order allows him to. `cutOff` counts the answers that never came.
 */
export async function buyOverHttp(shopping: Shopping): Promise<{ told: Told[]; cutOff: number }> {
  const told: Told[] = [];
  let begun = 0;
  let paid = 0;
  let cutOff = 0;

  async function ask(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(20)) {
      const answer = await post(`${shopping.address}/api/v1${path}`, body, headers);
      if (answer && answer.status < 500) {
        if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
        return answer;
      }
      cutOff += 1;
    }
    throw new Error(`${path}: nobody answered for ${PATIENCE_MS / 1000} s`);
  }

  async function buyOne(): Promise<void> {
    const cart = await ask('/carts', { items: [{ pack: shopping.pack, count: 1 }] });
    const delivery = { recipient: '林晓', phone: '13800001234', region: '350702', address: '滨江路 18 号' };
    const placed = await ask('/orders', { cart: cart.body.id, delivery }, { 'idempotency-key': randomUUID() });
    const { number, accessKey, total } = placed.body as unknown as Told;
    const order: Told = { number, accessKey, total, paid: false };
    told.push(order);
    const keyed = { 'order-key': accessKey };
    const payment = await ask(`/orders/${number}/payments`, { provider: 'sandbox' }, keyed);
    await ask(`/payments/${payment.body.id}/sandbox`, { outcome: 'succeeded' });
    order.paid = true;
    paid += 1;
    shopping.onPaid(paid);
  }

  async function oneBuyer(): Promise<void> {
    while (begun < shopping.purchases) {
      begun += 1;
      await buyOne();
    }
  }

  await Promise.all(Array.from({ length: shopping.buyers }, oneBuyer));
  return { told, cutOff };
}

type Answer = { status: number; body: Record<string, unknown> };

/** Null when the connection broke before the answer was there. */
async function post(url: string, body: unknown, headers: Record<string, string>): Promise<Answer | null> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(10_000),
    });
    return { status: reply.status, body: (await reply.json()) as Record<string, unknown> };
  } catch {
    return null;
  }
}
