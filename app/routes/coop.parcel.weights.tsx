import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { WeighForm } from '#app/components/workspaces/weigh-form.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { WeighLine } from '#server/fulfilment/contract.ts';
import { getPickList, weighLine } from '#server/fulfilment/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'fulfilment.weigh.title');

export async function loader(args: LoaderFunctionArgs) {
  return { parcel: await withCtx(args, (ctx) => getPickList(ctx, args.params.number ?? '')) };
}

export function action(args: ActionFunctionArgs) {
  const number = args.params.number ?? '';
  return submitForm(args, WeighLine, async (ctx, input) => {
    await weighLine(ctx, number, input);
    const page = `/coop/parcels/${encodeURIComponent(number)}`;
    return redirectWithToast(args, page, 'fulfilment.weigh.done', { grams: input.grams });
  });
}

export default function WeightsPage() {
  const t = useT();
  const { parcel } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const back = `/coop/parcels/${parcel.number}`;
  const typed = sent?.lastResult.initialValue;
  const lines = parcel.lines.filter(
    ({ line, weight, toSend }) =>
      weight && ((weight.weighed === null && toSend > 0) || String(line) === String(typed?.line)),
  );
  const errors = Object.values(sent?.lastResult.error ?? {}).flatMap((list) => list ?? []);
  return (
    <div className="stack page-narrow">
      <Breadcrumbs
        crumbs={[
          { label: t('coop.parcels.title'), href: '/coop/parcels' },
          { label: parcel.number, href: back },
          { label: t('fulfilment.weigh.title') },
        ]}
      />
      <h1>{t('fulfilment.weigh.heading', { number: parcel.number })}</h1>
      <Refusal of={sent?.refusal} />
      <ErrorSummary fields={[]} errors={errors} />
      <p className="quiet">{t(lines.length > 0 ? 'fulfilment.weigh.lead' : 'fulfilment.weigh.nothing')}</p>
      {lines.map((line) => (
        <WeighForm key={line.line} line={line} typed={typed} />
      ))}
      <a className="link" href={back}>
        {t('fulfilment.back')}
      </a>
    </div>
  );
}
