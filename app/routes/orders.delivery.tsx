import { useForm } from '@conform-to/react';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field, TextArea } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { RegionSelect } from '#app/components/orders/region-select.tsx';
import { useT } from '#app/i18n/index.tsx';
import { orderPage, readerOf } from '#app/order-page.server.ts';
import { titleOf } from '#app/page-title.ts';
import { redirectWithToast, submitForm, withCtx } from '#app/request.server.ts';
import { findDeliveryRegions } from '#server/places/index.ts';
import { ChangeDelivery } from '#server/refunds/contract.ts';
import { changeDelivery, getOrderChanges } from '#server/refunds/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'fulfilment.delivery.title');

export async function loader(args: LoaderFunctionArgs) {
  const changes = await withCtx(args, (ctx) => getOrderChanges(ctx, args.params.number ?? '', readerOf(args)));
  const regions = findDeliveryRegions(changes.delivery.region.slice(0, 2));
  return { changes, regions, back: orderPage(args) };
}

export function action(args: ActionFunctionArgs) {
  return submitForm(args, ChangeDelivery, async (ctx, input) => {
    await changeDelivery(ctx, args.params.number ?? '', readerOf(args), input);
    return redirectWithToast(args, orderPage(args), 'fulfilment.delivery.done');
  });
}

export default function ChangeDeliveryPage() {
  const t = useT();
  const { changes, regions, back } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [form, { recipient, phone, region, address, note }] = useForm<ChangeDelivery>({
    id: 'delivery',
    lastResult: sent?.lastResult ?? null,
    defaultValue: changes.delivery,
  });
  return (
    <div className="page page-narrow stack">
      <p className="quiet small">{t('orders.order.title', { number: changes.number })}</p>
      <h1>{t('fulfilment.delivery.title')}</h1>
      {changes.isOpen || sent ? (
        <form method="post" id={form.id} className="form" noValidate>
          <Refusal of={sent?.refusal} />
          <ErrorSummary
            fields={[
              { field: recipient, label: t('orders.checkout.recipient') },
              { field: phone, label: t('orders.checkout.phone') },
              { field: region, label: t('orders.checkout.region') },
              { field: address, label: t('orders.checkout.address') },
              { field: note, label: t('orders.checkout.note') },
            ]}
          />
          <p className="quiet">{t('fulfilment.delivery.lead')}</p>
          <Field of={recipient} label={t('orders.checkout.recipient')} autoComplete="name" maxLength={80} required />
          <Field of={phone} label={t('orders.checkout.phone')} type="tel" inputMode="tel" autoComplete="tel" required />
          <RegionSelect of={region} regions={regions} />
          <Field
            of={address}
            label={t('orders.checkout.address')}
            autoComplete="street-address"
            maxLength={240}
            required
          />
          <TextArea of={note} label={t('orders.checkout.note')} optional rows={2} />
          <button type="submit" className="btn btn-wide">
            {t('fulfilment.delivery.submit')}
          </button>
        </form>
      ) : (
        <p>{t('fulfilment.fewer.none')}</p>
      )}
      <a className="link" href={back}>
        {t('fulfilment.delivery.back')}
      </a>
    </div>
  );
}
