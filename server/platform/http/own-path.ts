/** A path of ours to go to, else the start page. `//elsewhere` and `/\elsewhere` would leave the site. */
export function ownPath(path: string | null | undefined): string {
  if (!path || !/^\/(?![/\\])[^\s\\]*$/.test(path) || !URL.canParse(path, 'http://own')) return '/';
  const url = new URL(path, 'http://own');
  return url.host === 'own' ? url.pathname + url.search + url.hash : '/';
}

/** The sign-in page, with the way back: to the page asked for, or from a form to the page it stands on. */
export function signInPath(request: Request): string {
  const { pathname, search } = new URL(request.url);
  const from = request.method === 'GET' || request.method === 'HEAD' ? pathname + search : refererPath(request);
  return `/sign-in?to=${encodeURIComponent(ownPath(from))}`;
}

function refererPath(request: Request): string | null {
  const referer = request.headers.get('referer');
  if (referer === null || !URL.canParse(referer)) return null;
  const { pathname, search } = new URL(referer);
  return pathname + search;
}
