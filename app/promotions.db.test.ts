import { expect, test } from 'vitest';
import { addToCart, enterCoupon } from '#server/orders/index.ts';
import { actorOf, anonymousActor, createPersona } from '#server/people/index.ts';
import type { Actor } from '#server/platform/index.ts';
import { sql } from '#server/platform/index.ts';
import { anOpenPromotion, openWorld } from '#server/testing/index.ts';
import { pagesForTests } from './testing/pages-for-tests.ts';

/** Building the pages takes its time on a small machine. */
const SLOW_MS = 120_000;

function post(path: string, fields: Record<string, string>): Request {
  const body = new URLSearchParams(fields);
  return new Request(`http://shop${path}`, { method: 'POST', body });
}

/** A page as it is read: without tags and without the marks React leaves between texts. */
function wordsOf(html: string): string {
  return html
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

test(
  'the cart says beside the field why a coupon does not help, in both languages, and what one that helps takes off',
  async () => {
    await using world = await openWorld();
    const pages = pagesForTests(world);
    const { pack } = await world.jar({ packs: 10, price: 4500 });
    const { cartId } = await addToCart(world.visitor(), null, { pack: pack.code, count: 1 });
    const coupon = await anOpenPromotion(world, { threshold: '60' });
    const cart = async (language: 'zh-CN' | 'en') => {
      const answer = await pages.ask(new Request('http://shop/cart'), { actor: anonymousActor, language, cartId });
      return answer.text();
    };

    const kept = await pages.ask(post('/cart/coupon', { code: coupon.code.toLowerCase() }), {
      actor: anonymousActor,
      cartId,
    });
    const [chinese, english] = [await cart('zh-CN'), await cart('en')];
    await addToCart(world.visitor(), cartId, { pack: pack.code, count: 1 });
    const helped = wordsOf(await cart('zh-CN'));
    await enterCoupon(world.visitor(), cartId, { code: 'NO-SUCH' });
    const unknown = wordsOf(await cart('en'));

    expect(kept.status).toBe(302);
    expect(chinese).toMatch(/aria-invalid="true"[^>]*aria-describedby="coupon-says"/);
    expect(wordsOf(chinese)).toContain('再买 ¥15.00 就能用这个优惠码。');
    expect(wordsOf(english)).toContain('Buy for ¥15.00 more and this coupon holds.');
    expect(helped).toContain('减五元（平台承担） -¥5.00');
    expect(helped).toContain('优惠不动农户的钱：到户的 ¥50.00，打不打折都一样。');
    expect(unknown).toContain('There is no such coupon.');
    expect(pages.bugs).toEqual([]);
  },
  SLOW_MS,
);

test(
  'a clerk writes a promotion of his seller, opens and ends it; what is wrong comes back beside its field',
  async () => {
    await using world = await openWorld();
    const pages = pagesForTests(world);
    const { seller } = await world.jar({ packs: 10 });
    const memberships = [{ role: 'clerk' as const, organization: seller.code }];
    const { userId } = await createPersona(world.system(), { code: 'clerk', name: 'clerk', memberships });
    const actor: Actor = await actorOf(world.system(), userId, { personas: true });
    const draft = { name: '九折', code: 'tenth', funderKind: 'seller', organization: seller.code, kind: 'percent' };

    const wrong = await pages.ask(post('/coop/promotions', { ...draft, percent: '' }), { actor });
    const written = await pages.ask(post('/coop/promotions', { ...draft, percent: '10', stacks: 'on' }), { actor });
    const [row] = await world.rows<{ id: string }>(sql`select id from promotion`);
    const opened = await pages.ask(post(`/promotions/${row?.id}/opening?to=/coop/promotions`, {}), { actor });
    const desk = await pages.ask(new Request('http://shop/coop/promotions'), { actor });
    const ended = await pages.ask(post(`/promotions/${row?.id}/closing?to=/coop/promotions`, {}), { actor });

    expect(wrong.status).toBe(422);
    expect(wordsOf(await wrong.text())).toContain('减百分之几');
    expect([written, opened, ended].map((answer) => answer.headers.get('location'))).toEqual(
      Array.from({ length: 3 }, () => '/coop/promotions'),
    );
    expect(wordsOf(await desk.text())).toMatch(/TENTH.*减 10%.*0 \/ 不限.*开放中/);
    expect(await world.rows(sql`select state from promotion`)).toEqual([{ state: 'closed' }]);
    expect(pages.bugs).toEqual([]);
  },
  SLOW_MS,
);
