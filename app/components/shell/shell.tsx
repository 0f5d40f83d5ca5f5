import type { ReactNode } from 'react';
import { useT } from '#app/i18n/index.tsx';
import type { Language } from '#server/kernel/text.ts';
import type { WorkspaceKey } from '#server/people/index.ts';
import { Icon } from './icon.tsx';
import { Logo } from './logo.tsx';
import { type Flash, Toast } from './toast.tsx';

export type Theme = 'light' | 'dark' | null;

/** What every page knows of its reader. */
export type ShellOf = {
  language: Language;
  theme: Theme;
  /** `home` leads to the workspace or account of whoever is signed in. */
  actor: { name: string; home: string; unread: number } | null;
  /** Every workspace he may enter. */
  workspaces: { key: WorkspaceKey; href: string }[];
  cartCount: number;
  demo: boolean;
  flash?: Flash | null;
  /** Where this page is, to come back to after a preference was changed. */
  path: string;
  /** The operator's licence and ICP number, printed at the foot of every page. */
  licence: { operator: string; number: string } | null;
  icp: string | null;
};

const sections = [
  ['/products', 'products'],
  ['/channels', 'channels'],
  ['/figures', 'figures'],
] as const;

/** The frame of every page: head, page, foot. */
export function Shell({ of, children }: { of: ShellOf; children: ReactNode }) {
  const t = useT();
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      {of.demo ? (
        <aside className="demo-ribbon" aria-label={t('shell.demo.label')}>
          <b>{t('shell.demo.label')}</b> {t('shell.demo.sentence')}
        </aside>
      ) : null}
      <Head of={of} />
      <Toast flash={of.flash} />
      <main id="main">{children}</main>
      <Foot of={of} />
    </>
  );
}

function Head({ of }: { of: ShellOf }) {
  const t = useT();
  return (
    <header className="masthead">
      <div className="page">
        <a className="brand" href="/">
          <Logo />
          <span className="motto">{t('shell.motto')}</span>
        </a>
        {/* biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the older browsers of our readers. */}
        <form className="search" action="/search" role="search">
          <input
            type="search"
            name="q"
            defaultValue={wordsIn(of.path)}
            placeholder={t('shell.search.placeholder')}
            aria-label={t('shell.search.label')}
          />
          <button type="submit" aria-label={t('shell.search.submit')}>
            <Icon name="search" />
          </button>
        </form>
        <div className="reader">
          <Preferences of={of} />
          <a
            href={of.actor ? of.actor.home : `/sign-in?to=${encodeURIComponent(of.path)}`}
            aria-label={of.actor ? of.actor.name : t('shell.signIn')}
          >
            <Icon name="person" />
            <span>{of.actor ? of.actor.name : t('shell.signIn')}</span>
          </a>
          {of.actor ? (
            <a href="/account/notices" className="bell" aria-label={t('notices.header', { count: of.actor.unread })}>
              <Icon name="bell" />
              {of.actor.unread > 0 ? <b>{of.actor.unread > 99 ? '99+' : of.actor.unread}</b> : null}
            </a>
          ) : null}
          <a href="/cart" className="basket" aria-label={t('shell.cart', { count: of.cartCount })}>
            <Icon name="basket" />
            {of.cartCount > 0 ? <b>{of.cartCount > 99 ? '99+' : of.cartCount}</b> : null}
          </a>
        </div>
      </div>
      <nav className="page" aria-label={t('shell.sections')}>
        {sections.map(([href, name]) => (
          <a key={href} href={href} aria-current={of.path.startsWith(href) ? 'page' : undefined}>
            {t(`shell.nav.${name}`)}
          </a>
        ))}
      </nav>
    </header>
  );
}

/** What was searched for, to go on from. */
function wordsIn(path: string): string {
  return new URLSearchParams(path.split('?')[1]).get('q') ?? '';
}

function Preferences({ of }: { of: ShellOf }) {
  const t = useT();
  const other = of.language === 'en' ? 'zh-CN' : 'en';
  return (
    <form method="post" action="/preferences" className="preferences">
      <input type="hidden" name="to" value={of.path} />
      <button type="submit" name="language" value={other} lang={other}>
        <span className="when-wide">{t('shell.otherLanguage')}</span>
        <span className="when-narrow" aria-hidden="true">
          {t('shell.otherLanguageShort')}
        </span>
      </button>
      <button
        type="submit"
        name="theme"
        value={of.theme === 'dark' ? 'light' : 'dark'}
        data-theme-toggle=""
        aria-label={t('shell.theme')}
      >
        <Icon name="moon" />
      </button>
    </form>
  );
}

const footLinks = [
  ['about', ['/channels', 'channels'], ['/figures', 'figures']],
  ['buyers', ['/products', 'products'], ['/cart', 'cart'], ['/orders', 'orders'], ['/account', 'account']],
] as const;

function Foot({ of }: { of: ShellOf }) {
  const t = useT();
  return (
    <footer className="foot">
      <div className="page">
        <nav aria-label={t('shell.foot.label')}>
          {footLinks.map(([group, ...links]) => (
            <section key={group}>
              <h2>{t(`shell.foot.${group}`)}</h2>
              {links.map(([href, name]) => (
                <a key={href} href={href}>
                  {t(`shell.nav.${name}`)}
                </a>
              ))}
            </section>
          ))}
          {of.workspaces.length > 0 ? (
            <section>
              <h2>{t('shell.foot.workspaces')}</h2>
              {of.workspaces.map(({ key, href }) => (
                <a key={key} href={href}>
                  {t(`people.workspaces.${key}`)}
                </a>
              ))}
            </section>
          ) : null}
        </nav>
        <p className="licence">
          {of.licence ? t('shell.foot.licence', of.licence) : t('shell.foot.noLicence')}
          <br />
          {t('shell.foot.selfGrown')}
        </p>
        <p className="icp">
          {t('shell.foot.motto')}
          {of.icp ? (
            <>
              {' · '}
              <a href="https://beian.miit.gov.cn">{of.icp}</a>
            </>
          ) : null}
        </p>
      </div>
    </footer>
  );
}
