import type Stripe from 'stripe';

/** The page on which a buyer would pay at Stripe. It says that it is none. */
export function payPage(session: Stripe.Checkout.Session): string {
  const yuan = ((session.amount_total ?? 0) / 100).toFixed(2);
  const button = (outcome: string, label: string) =>
    `<button name="outcome" value="${outcome}" style="font:inherit;padding:.75rem 1.25rem">${label}</button>`;
  return `<!doctype html>
<html lang="${session.locale === 'en' ? 'en' : 'zh-CN'}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Stripe stand-in</title><link rel="icon" href="data:,">
<body style="font-family:system-ui;max-width:32rem;margin:2rem auto;padding:0 1rem;display:grid;gap:1rem">
<p role="note"><strong>Stand-in</strong> · 这不是 Stripe，不会动用真钱。This is not Stripe; no money moves.</p>
<h1>¥${yuan}</h1>
<form method="post" style="display:grid;gap:.75rem">
${button('paid', '付款 Pay')}
${button('later', '付款，稍后到账 Pay, confirmed later')}
${button('cancel', '返回 Back')}
</form>
</body>
</html>`;
}
