import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { ShortForm } from '#app/components/workspaces/short-form.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { ReportShort } from '#server/fulfilment/contract.ts';
import { getPickList, reportShort } from '#server/fulfilment/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'fulfilment.short.title');

export async function loader(args: LoaderFunctionArgs) {
  return { parcel: await withCtx(args, (ctx) => getPickList(ctx, args.params.number ?? '')), key: randomUUID() };
}

export function action(args: ActionFunctionArgs) {
  const number = args.params.number ?? '';
  return submitForm(args, ReportShort, async (ctx, input) => {
    const { total } = await reportShort(ctx, number, input);
    const page = `/coop/parcels/${encodeURIComponent(number)}`;
    return redirectWithToast(args, page, 'fulfilment.short.done', { amount: formatYuan(total) });
  });
}

export default function ShortagePage() {
  const t = useT();
  const { parcel, key } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const back = `/coop/parcels/${parcel.number}`;
  const isPacked = parcel.state === 'to-pack' || parcel.state === 'packing' || parcel.state === 'partly-shipped';
  const lines = isPacked ? parcel.lines.filter(({ toSend }) => toSend > 0) : [];
  return (
    <div className="stack page-narrow">
      <Breadcrumbs
        crumbs={[
          { label: t('coop.parcels.title'), href: '/coop/parcels' },
          { label: parcel.number, href: back },
          { label: t('fulfilment.short.title') },
        ]}
      />
      <h1>{t('fulfilment.short.heading', { number: parcel.number })}</h1>
      {lines.length > 0 || sent ? (
        <>
          <p className="quiet">{t('fulfilment.short.lead')}</p>
          <ShortForm lines={lines} formKey={key} sent={sent} />
        </>
      ) : (
        <p>{t('fulfilment.short.nothing')}</p>
      )}
      <a className="link" href={back}>
        {t('fulfilment.back')}
      </a>
    </div>
  );
}
