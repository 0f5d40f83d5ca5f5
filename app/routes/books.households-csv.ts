import type { LoaderFunctionArgs } from '@remix-run/node';
import { amount } from '#app/components/workspaces/amount.ts';
import { csvOf } from '#app/components/workspaces/csv.ts';
import { periodIn } from '#app/components/workspaces/period.ts';
import { translatorFor } from '#app/i18n/index.tsx';
import { withCtx } from '#app/request.server.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { inLanguage } from '#server/kernel/text.ts';
import { listHouseholdSales } from '#server/settlement/index.ts';

/** Sales by household of some days as a table for Excel. */
export async function loader(args: LoaderFunctionArgs) {
  const language = args.context.lang;
  const t = translatorFor(language);
  const period = periodIn(new URL(args.request.url).searchParams, businessDayOf(args.context.now()));
  const sales = await withCtx(args, (ctx) => listHouseholdSales(ctx, period));
  const head = [
    t('books.households.csv.code'),
    t('books.households.household'),
    t('books.households.village'),
    t('books.households.county'),
    t('books.households.csv.from'),
    t('books.households.csv.to'),
    t('books.households.orders'),
    t('books.households.earned'),
  ];
  const rows = sales.map((row) => [
    row.code,
    row.name,
    inLanguage(row.village, language),
    inLanguage(row.county, language),
    period.from,
    period.to,
    row.orders,
    amount(row.earned).replaceAll(',', ''),
  ]);
  const file = `${t('books.households.csv.file')}-${period.from}-${period.to}.csv`;
  return new Response(csvOf(head, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="households.csv"; filename*=UTF-8''${encodeURIComponent(file)}`,
      'cache-control': 'private, no-store',
    },
  });
}
