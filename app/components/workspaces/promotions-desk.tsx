import { Pager } from '#app/components/shell/pager.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import type { PromotionListView } from '#server/promotions/contract.ts';
import { PromotionForm } from './promotion-form.tsx';
import { PromotionTable } from './promotion-table.tsx';

/** The promotions somebody answers for, and a form for a new one; the same at a seller's desk and at the administrator's. */
export function PromotionsDesk({
  list,
  sent,
  page,
}: {
  list: PromotionListView;
  sent?: Sent | undefined;
  page: string;
}) {
  const t = useT();
  return (
    <>
      <h1>{t('promotions.desk.title')}</h1>
      <p className="quiet">{t('promotions.desk.lead')}</p>
      <PromotionTable list={list} back={page} />
      <Pager page={list.page} pages={list.pages} hrefOf={(number) => `${page}?page=${number}`} />
      <section className="section" aria-labelledby="new-promotion">
        <h2 id="new-promotion" className="section-title">
          {t('promotions.draft.title')}
        </h2>
        <PromotionForm sellers={list.sellers} sent={sent} />
      </section>
    </>
  );
}
