import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DaohuBar } from '#app/components/money/daohu-bar.tsx';
import { FigureCard } from '#app/components/office/figure-card.tsx';
import { FiguresByChannel } from '#app/components/provenance/figures-by-channel.tsx';
import { FiguresByCounty } from '#app/components/provenance/figures-by-county.tsx';
import { headersOfLoader, tagged } from '#app/components/provenance/tagged.ts';
import { publicMeta } from '#app/components/storefront/page-meta.ts';
import { formatCount, formatDate, formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import { withCtx } from '#app/request.server.ts';
import { getFigures } from '#server/channels/ecommerce/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const headers = headersOfLoader;

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(matches, ({ t }) => ({
    title: t('shell.title', { page: t('provenance.figures.title') }),
    description: t('provenance.figures.description'),
  }));

export async function loader(args: LoaderFunctionArgs) {
  return tagged(await withCtx(args, getFigures), ['figures']);
}

/** The public books: every number counted from the ledger, none of them called income. */
export default function FiguresPage() {
  const t = useT();
  const language = useLanguage();
  const figures = useLoaderData<typeof loader>();
  const asOf = `${formatDate(figures.asOf, language)} ${formatMoment(figures.asOf, language).slice(-5)}`;
  return (
    <div className="page">
      <header className="books-head">
        <h1>{t('provenance.figures.title')}</h1>
        <p className="quiet">{t('provenance.figures.asOf', { moment: asOf })}</p>
        {figures.orders === 0 ? (
          <p className="origin-intro">{t('provenance.figures.none')}</p>
        ) : (
          <>
            <p className="books-sum">
              <span>{t('provenance.figures.lead', { households: figures.households })}</span>
              <strong className="figure">{formatYuan(figures.household)}</strong>
            </p>
            <p className="quiet prose">{t('provenance.figures.leadNote', { orders: figures.orders })}</p>
          </>
        )}
      </header>
      <div className="figures figures-two">
        <FigureCard name={t('provenance.figures.orders')} value={formatCount(figures.orders)} />
        <FigureCard
          name={t('provenance.figures.households')}
          value={formatCount(figures.households)}
          note={t('provenance.figures.householdsNote')}
        />
        <FigureCard name={t('provenance.figures.villages')} value={formatCount(figures.villages)} />
        <FigureCard
          name={t('provenance.figures.goods')}
          value={formatYuan(figures.goods)}
          note={t('provenance.figures.goodsNote')}
        />
      </div>
      {figures.orders > 0 ? (
        <section className="section books-bar">
          <h2 className="section-title">
            <span>{t('provenance.figures.barTitle')}</span>
            <span className="quiet small title-note">{t('provenance.figures.barCaption')}</span>
          </h2>
          <DaohuBar parts={figures.makeUp} />
        </section>
      ) : null}
      <FiguresByCounty counties={figures.counties} households={figures.households} />
      <FiguresByChannel channels={figures.channels} />
      <section className="section">
        <h2 className="section-title">{t('provenance.figures.how')}</h2>
        <p className="prose">{t('provenance.figures.howText')}</p>
      </section>
    </div>
  );
}
