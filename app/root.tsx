import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react';
import { type ReactNode, useContext } from 'react';
import type { RefusalOf } from './components/form/explain.ts';
import { ErrorPage } from './components/shell/error-page.tsx';
import { Shell, type ShellOf } from './components/shell/shell.tsx';
import { LanguageProvider } from './i18n/index.tsx';
import { translatorFor } from './i18n/translator.ts';
import { NonceContext } from './nonce.ts';
import { loadShell } from './request.server.ts';
import './styles/app.css';

export function loader(args: LoaderFunctionArgs) {
  return loadShell(args);
}

/** The title of a page that failed before it could give itself one. */
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: translatorFor(data?.language ?? 'zh-CN')('shell.home') },
];

/** Shop pages are fetched ahead when a thumb rests on them; the list itself is never held back for it. */
const speculation = JSON.stringify({
  prefetch: [{ where: { href_matches: '/products/*' }, eagerness: 'moderate' }],
});

/** The document around every page and every failure. */
export function Layout({ children }: { children: ReactNode }) {
  const shell = useShell();
  const nonce = useContext(NonceContext);
  const matches = useMatches();
  const hydrated = matches.some((match) => (match.handle as { hydrate?: boolean } | undefined)?.hydrate === true);
  const bare = matches.some((match) => (match.handle as { bare?: boolean } | undefined)?.bare === true);
  return (
    <html lang={shell.language} data-theme={shell.theme ?? undefined} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#FBF8F1" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#141A17" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
        {hydrated ? null : (
          <>
            <script
              type="speculationrules"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, and JSON in a script cannot be escaped.
              dangerouslySetInnerHTML={{ __html: speculation }}
            />
            <script type="module" src="/enhance.js" />
          </>
        )}
      </head>
      <body>
        <LanguageProvider language={shell.language}>
          {bare ? children : <Shell of={shell}>{children}</Shell>}
        </LanguageProvider>
        {hydrated ? <Scripts {...(nonce ? { nonce } : {})} /> : null}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} />;
  const refusal = (error.data as { refusal?: RefusalOf } | null)?.refusal;
  return <ErrorPage status={error.status} {...(refusal ? { refusal } : {})} />;
}

/** What the root loader said; when it failed itself, a shell for a stranger. */
function useShell(): ShellOf {
  const loaded = useRouteLoaderData<typeof loader>('root');
  const { pathname, search } = useLocation();
  const stranger = {
    language: 'zh-CN',
    theme: null,
    actor: null,
    workspaces: [],
    cartCount: 0,
    demo: false,
    licence: null,
    icp: null,
  };
  return { ...(stranger as Omit<ShellOf, 'path'>), ...loaded, path: pathname + search };
}
