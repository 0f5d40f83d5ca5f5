import { PassThrough, Readable } from 'node:stream';
import type { AppLoadContext, EntryContext } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { messages as english } from './i18n/en/index.ts';
import { registerMessages } from './i18n/translator.ts';
import { messages as chinese } from './i18n/zh-CN/index.ts';
import { NonceContext } from './nonce.ts';

registerMessages('zh-CN', chinese);
registerMessages('en', english);

/**
 * Shop pages carry no script of ours, so they are one string made in one go. A page whose handle says `hydrate` is sent
 * when all of it is there, with its values at the end for the browser to take over.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { requestId }: AppLoadContext,
): Response | Promise<Response> {
  headers.set('Content-Type', 'text/html; charset=utf-8');
  const hydrated = context.staticHandlerContext.matches.some(({ route }) => isHydrated(context, route.id));
  if (hydrated) return renderForHydration(request, status, headers, context, requestId);

  // Without the hand-off nothing waits for a stream, and no values are printed twice.
  const { serverHandoffStream: _, ...quiet } = context;
  const html = renderToString(<RemixServer context={quiet} url={request.url} />);
  return new Response(`<!DOCTYPE html>${html}`, { status, headers });
}

function isHydrated(context: EntryContext, routeId: string): boolean {
  const handle = context.routeModules[routeId]?.handle as { hydrate?: boolean } | undefined;
  return handle?.hydrate === true;
}

function renderForHydration(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  nonce: string,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const page = (
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} nonce={nonce} />
      </NonceContext.Provider>
    );
    const { pipe } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        const body = new PassThrough();
        resolve(new Response(Readable.toWeb(body) as ReadableStream, { status, headers }));
        pipe(body);
      },
      onShellError: reject,
    });
  });
}
