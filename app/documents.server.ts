import type { LoaderFunctionArgs } from '@remix-run/node';
import { type DocumentsWish, listDocuments } from '#server/documents/index.ts';
import { momentInShanghai } from '#server/kernel/calendar.ts';
import { inLanguage } from '#server/kernel/text.ts';
import { wishIn } from './components/documents/documents-wish.ts';
import { amount } from './components/workspaces/amount.ts';
import { csvOf } from './components/workspaces/csv.ts';
import { translatorFor } from './i18n/index.tsx';
import { withCtx } from './request.server.ts';

/** A printed paper for the browser to show, and to keep under a name a person would give it. */
export function pdfResponse({ bytes, fileName, plainFileName }: PrintedPaper): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': `inline; filename="${plainFileName}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

type PrintedPaper = { bytes: Uint8Array; fileName: string; plainFileName: string };

/** The papers an address asks for as a table for Excel, in the order of their numbers. */
export async function documentsCsv(args: LoaderFunctionArgs): Promise<Response> {
  const language = args.context.lang;
  const t = translatorFor(language);
  const wish: DocumentsWish = wishIn(new URL(args.request.url).searchParams);
  const documents = await withCtx(args, (ctx) => listDocuments(ctx, wish));
  const head = (['number', 'kind', 'seller', 'order', 'parcel', 'issued', 'total'] as const).map((column) =>
    t(`documents.desk.${column}`),
  );
  const rows = documents.map((row) => [
    row.number,
    t(`documents.kinds.${row.kind}`),
    inLanguage(row.seller, language),
    row.orderNumber,
    row.parcelNumber,
    momentInShanghai(new Date(row.issuedAt)),
    row.kind === 'delivery-note' ? '' : amount(row.kind === 'credit-note' ? -row.total : row.total).replaceAll(',', ''),
  ]);
  const file = `${[t('documents.desk.file'), wish.kind ? t(`documents.kinds.${wish.kind}`) : '', wish.month ?? ''].filter(Boolean).join('-')}.csv`;
  return new Response(csvOf(head, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="papers.csv"; filename*=UTF-8''${encodeURIComponent(file)}`,
      'cache-control': 'private, no-store',
    },
  });
}
