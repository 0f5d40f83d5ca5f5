import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { FreightForm } from '#app/components/workspaces/freight-form.tsx';
import { DatedRates, FreightTable } from '#app/components/workspaces/freight-table.tsx';
import { choiceIn } from '#app/components/workspaces/wish.ts';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { freightZones, SetFreight } from '#server/catalog/contract.ts';
import { getFreight, setFreight } from '#server/catalog/index.ts';
import { deliveryProvinces } from '#server/places/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'freight.title');

export async function loader(args: LoaderFunctionArgs) {
  const zone = choiceIn(new URL(args.request.url).searchParams, 'zone', freightZones);
  return { freight: await withCtx(args, getFreight), provinces: deliveryProvinces(), zone };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, SetFreight, async (ctx, input) => {
    await setFreight(ctx, input);
    return redirectWithToast(args, '/coop/freight', 'freight.form.done', { day: input.from });
  });
}

/** What a seller asks for freight, zone by zone, and a form to ask something else from a day on. */
export default function FreightPage() {
  const t = useT();
  const { freight, provinces, zone } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const chosen = freight.zones.find((one) => one.zone === zone) ?? freight.zones[0];
  return (
    <div className="stack">
      <h1>{t('freight.title')}</h1>
      <p className="quiet">{t('freight.lead')}</p>
      <FreightTable zones={freight.zones} provinces={provinces} />
      <DatedRates zones={freight.zones} />
      {chosen ? (
        <section className="section" aria-labelledby="change">
          <h2 id="change" className="section-title">
            {t('freight.form.title', { zone: t(`freight.zones.${chosen.zone}`) })}
          </h2>
          <FreightForm key={chosen.zone} of={chosen} tomorrow={freight.tomorrow} sent={sent} />
        </section>
      ) : null}
    </div>
  );
}
