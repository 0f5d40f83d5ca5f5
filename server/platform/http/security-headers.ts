/**
 * What a browser may do with our pages. Scripts come from our own files; an inline one needs the nonce of its page.
 * Speculation rules are inline and harmless, and have a word of their own. Styles may stand on elements: charts are
 * drawn as SVG with them.
 */
export function contentSecurityPolicy(nonce: string): string {
  return (
    "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self' https://checkout.stripe.com; " +
    `script-src 'self' 'nonce-${nonce}' 'inline-speculation-rules'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:`
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
