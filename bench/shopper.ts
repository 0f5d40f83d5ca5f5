import { randomUUID } from 'node:crypto';
import { Connection, type Reply, requestOf } from './http-client.ts';
import type { Work } from './measure.ts';

/** Asks for a page again and again. `nobody` has no cookie, so a kept page may answer; `known` has one, so it may not. */
export async function reader(port: number, pathOf: () => string, as: 'nobody' | 'known'): Promise<Work> {
  const connection = await Connection.open(port);
  const cookie = as === 'known' ? { cookie: 'visitor=known' } : {};
  return {
    async once() {
      const reply = await connection.send(requestOf({ path: pathOf(), ...cookie }, port));
      return reply.status === 200;
    },
    close: () => connection.close(),
  };
}

/** Puts one pack after another into new carts. */
export async function adder(port: number, packs: readonly string[]): Promise<Work> {
  const connection = await Connection.open(port);
  return {
    async once() {
      const reply = await connection.send(
        requestOf({ path: '/cart/items', form: { pack: any(packs), count: '1' } }, port),
      );
      return reply.status === 302;
    },
    close: () => connection.close(),
  };
}

/** A shopper who knows what he wants: three packs, address, order, payment. `onlyPlacing` times the placing alone. */
export async function buyer(
  port: number,
  packs: readonly string[],
  timed?: (milliseconds: number) => void,
): Promise<Work> {
  const connection = await Connection.open(port);
  const post = (path: string, form: Record<string, string>, cookie: string) =>
    connection.send(requestOf({ path, form, cookie }, port));
  return {
    async once() {
      let cookie = 'lang=zh-CN';
      for (const pack of [any(packs), any(packs), any(packs)]) {
        const added = await post('/cart/items', { pack, count: '1' }, cookie);
        if (added.status !== 302) return false;
        cookie = remembered(cookie, added);
      }
      const start = performance.now();
      const placed = await post('/checkout', anAddress(), cookie);
      timed?.(performance.now() - start);
      if (placed.status !== 302) return false;
      const paid = await post(placed.headers.get('location') ?? '', { outcome: 'succeeded' }, cookie);
      return paid.status === 302;
    },
    close: () => connection.close(),
  };
}

function anAddress(): Record<string, string> {
  return {
    recipient: '林晓',
    phone: '13800001234',
    province: '35',
    region: '350702',
    address: '滨江路 18 号',
    perishableConfirmed: 'on',
    key: randomUUID(),
  };
}

function remembered(cookie: string, reply: Reply): string {
  const kept = new Map(cookie.split('; ').map((pair) => pair.split('=') as [string, string]));
  for (const pair of reply.cookies) {
    const [name = '', value = ''] = pair.split('=');
    if (name === 'cart') kept.set(name, value);
  }
  return [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
}

export function any<T>(of: readonly T[]): T {
  return of[Math.floor(Math.random() * of.length)] as T;
}
