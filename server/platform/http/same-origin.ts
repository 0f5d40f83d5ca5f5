const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something comes from our own pages. Browsers say where a request comes from; a client
 * that says nothing is no browser and carries nobody's cookies by accident. `Authorization` cannot be forged by a page.
 */
export function isOwnOrigin(request: Request, publicUrl: string | undefined): boolean {
  if (SAFE_METHODS.has(request.method) || request.headers.has('authorization')) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site === 'same-origin' || site === 'none') return true;
  const origin = request.headers.get('origin');
  if (origin === null) return site === null;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === request.headers.get('host') || (publicUrl !== undefined && host === new URL(publicUrl).host);
}
