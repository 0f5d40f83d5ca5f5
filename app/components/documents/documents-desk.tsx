import { type Column, Table } from '#app/components/office/table.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { Pager } from '#app/components/shell/pager.tsx';
import { amount } from '#app/components/workspaces/amount.ts';
import { Tabs } from '#app/components/workspaces/tabs.tsx';
import { formatMoment, useLanguage, useT, useText } from '#app/i18n/index.tsx';
import { type DocumentListView, type DocumentView, documentKinds } from '#server/documents/contract.ts';
import { type DocumentsAsked, hrefOf } from './documents-wish.ts';

type DocumentsDeskProps = { list: DocumentListView; wish: DocumentsAsked; page: string; withSeller?: boolean };

/** The papers of a seller, or of all: by kind, month and number, each to open, all of them to keep as a table. */
export function DocumentsDesk({ list, wish, page, withSeller = false }: DocumentsDeskProps) {
  const t = useT();
  const searched = wish.kind !== null || wish.month !== null || wish.search !== '';
  return (
    <>
      <h1>{t('documents.desk.title')}</h1>
      <p className="quiet">{t('documents.desk.lead')}</p>
      <Tabs
        label={t('workspaces.filter')}
        tabs={[null, ...documentKinds].map((kind) => ({
          href: hrefOf(page, wish, { kind }),
          label: t(kind === null ? 'documents.desk.allKinds' : `documents.kinds.${kind}`),
          current: kind === wish.kind,
        }))}
      />
      <FindForm wish={wish} page={page} searched={searched} />
      <Table
        caption={t('documents.desk.caption')}
        captionHidden
        columns={useColumns(page, withSeller)}
        rows={list.documents}
        keyOf={({ id }) => id}
        empty={
          <EmptyState scene="quiet-field" title={t(searched ? 'documents.desk.emptyFound' : 'documents.desk.empty')}>
            {t(searched ? 'documents.desk.emptyFoundDetail' : 'documents.desk.emptyDetail')}
          </EmptyState>
        }
      />
      <Pager page={list.page} pages={list.pages} hrefOf={(next) => hrefOf(page, wish, { page: next })} />
    </>
  );
}

function FindForm({ wish, page, searched }: { wish: DocumentsAsked; page: string; searched: boolean }) {
  const t = useT();
  return (
    <form className="row documents-find screen-only" action={page}>
      {wish.kind ? <input type="hidden" name="kind" value={wish.kind} /> : null}
      <label>
        <span>{t('documents.desk.month')}</span>
        <input type="month" name="month" defaultValue={wish.month ?? ''} placeholder="2026-06" />
      </label>
      <label>
        <span>{t('documents.desk.search')}</span>
        <input type="search" name="search" defaultValue={wish.search} maxLength={40} autoComplete="off" />
      </label>
      <button type="submit" className="btn btn-second">
        {t('documents.desk.find')}
      </button>
      {searched ? (
        <a className="link" href={page}>
          {t('documents.desk.all')}
        </a>
      ) : null}
      <a className="btn btn-quiet documents-csv" href={hrefOf(`${page}.csv`, wish)} download>
        {t('documents.desk.csv')}
      </a>
    </form>
  );
}

function useColumns(page: string, withSeller: boolean): Column<DocumentView>[] {
  const t = useT();
  const text = useText();
  const language = useLanguage();
  const seller: Column<DocumentView> = {
    id: 'seller',
    head: t('documents.desk.seller'),
    cell: (row) => text(row.seller),
  };
  return [
    {
      id: 'number',
      head: t('documents.desk.number'),
      heading: true,
      cell: ({ id, number }) => (
        <a href={`${page}/${id}`}>
          {number} <small className="quiet">{t('documents.desk.pdf')}</small>
        </a>
      ),
    },
    ...(withSeller ? [seller] : []),
    { id: 'kind', head: t('documents.desk.kind'), cell: ({ kind }) => t(`documents.kinds.${kind}`) },
    { id: 'parcel', head: t('documents.desk.parcel'), cell: ({ parcelNumber }) => parcelNumber },
    { id: 'issued', head: t('documents.desk.issued'), cell: ({ issuedAt }) => formatMoment(issuedAt, language) },
    {
      id: 'total',
      head: t('documents.desk.total'),
      numeric: true,
      cell: ({ kind, total }) => {
        if (kind === 'delivery-note') return t('documents.desk.none');
        return amount(kind === 'credit-note' ? -total : total);
      },
    },
  ];
}
