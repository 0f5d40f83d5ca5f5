import { ChannelDoors } from '#app/components/shop/channel-door.tsx';
import { Picture } from '#app/components/shop/picture.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { HomeView, ProductCard } from '#server/channels/ecommerce/contract.ts';
import { LedgerRows, LedgerSum } from './home-ledger.tsx';

const SEASON_SHOWN = 5;

/** The first screen: what this is, what is in season, whom it reached, and the seven doors. */
export function HomeFirst({ home, month }: { home: HomeView & { today: string }; month: string }) {
  const t = useT();
  const opened = new Map(home.channels.map(({ code, open, href }) => [code, open ? href : null]));
  return (
    <div className="first">
      <header className="first-words">
        <h1>{t('shell.motto')}</h1>
        <p>{t('storefront.home.lead')}</p>
      </header>
      <LedgerSum home={home} />
      <Season products={home.inSeason.slice(0, SEASON_SHOWN)} month={month} />
      <section className="first-doors">
        <div className="first-title">
          <h2>{t('storefront.home.doors')}</h2>
          <a className="link" href="/channels">
            {t('storefront.home.doorsMore')}
          </a>
        </div>
        <ChannelDoors hrefOf={(channel) => opened.get(channel) ?? null} />
      </section>
      <LedgerRows home={home} />
    </div>
  );
}

/** A line of small drawings: what the month brings. */
function Season({ products, month }: { products: ProductCard[]; month: string }) {
  const t = useT();
  const text = useText();
  if (products.length === 0) return null;
  return (
    <section className="first-season" aria-labelledby="season">
      <h2 id="season">{t('storefront.home.inSeason', { month })}</h2>
      <ul>
        {products.map(({ slug, family, name }) => (
          <li key={slug}>
            <a href={`/products/${slug}`}>
              <Picture of={{ family, seed: slug }} alt="" size={96} eager />
              <span>{text(name)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
