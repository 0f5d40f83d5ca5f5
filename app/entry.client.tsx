import { RemixBrowser } from '@remix-run/react';
import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { registerMessages } from './i18n/translator.ts';

/** Loads the sentences of the page's language alone, then takes the page over. */
async function hydrate(): Promise<void> {
  if (document.documentElement.lang === 'en') {
    registerMessages('en', (await import('./i18n/en/index.ts')).messages);
  } else {
    registerMessages('zh-CN', (await import('./i18n/zh-CN/index.ts')).messages);
  }
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
}

await hydrate();
