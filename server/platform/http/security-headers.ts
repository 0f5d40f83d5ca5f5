/** Of the speculation rules in `app/root.tsx`, so that a kept page holds nothing that differs from one reader to the next. */
const speculationRules = 'sha256-5nGdrQ4WJWzyHRXoSibi7DjUZHKKSgm3/QCZfCLd2tY=';

/**
 * What a browser may do with our pages. Scripts come from our own files; an inline one needs the nonce of its page.
 * Speculation rules are inline too; the word browsers have for them counts for nothing beside a nonce, so they are known
 * by their hash. Styles may stand on elements: charts are drawn as SVG with them.
 */
export function contentSecurityPolicy(nonce: string): string {
  return (
    "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self' https://checkout.stripe.com; " +
    `script-src 'self' 'nonce-${nonce}' '${speculationRules}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:`
  );
}

export const securityHeaders: readonly (readonly [name: string, value: string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['permissions-policy', 'camera=(self), geolocation=(self), microphone=(), payment=(self)'],
  ['cross-origin-opener-policy', 'same-origin'],
];

/** Sets what every reply carries, where the reply does not say otherwise itself. */
export function secure(headers: Headers, nonce: string): void {
  for (const [name, value] of securityHeaders) {
    if (!headers.has(name)) headers.set(name, value);
  }
  if (headers.get('content-type')?.startsWith('text/html') && !headers.has('content-security-policy')) {
    headers.set('content-security-policy', contentSecurityPolicy(nonce));
  }
}
