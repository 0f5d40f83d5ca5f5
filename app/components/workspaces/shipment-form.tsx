import { useForm } from '@conform-to/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field, Select } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import { couriers } from '#server/orders/contract.ts';
import type { ShipFromDesk } from './ship-from-desk.ts';

/** Courier and number. A number that looks odd is asked about once; sent again unchanged, it is taken. */
export function ShipmentForm({ number, sent }: { number: string; sent?: Sent | undefined }) {
  const t = useT();
  const [, { courier, trackingNumber }] = useForm<ShipFromDesk>({
    id: 'shipment',
    lastResult: sent?.lastResult ?? null,
  });
  const labels = { courier: t('coop.shipment.courier'), number: t('coop.shipment.number') };
  const odd = sent?.refusal?.code === 'orders.tracking-odd';
  return (
    <form method="post" action={`/coop/parcels/${number}/shipment`} className="form" noValidate>
      <Refusal of={sent?.refusal} />
      <ErrorSummary
        fields={[
          { field: courier, label: labels.courier },
          { field: trackingNumber, label: labels.number },
        ]}
      />
      <Select
        of={courier}
        label={labels.courier}
        placeholder={t('coop.shipment.choose')}
        options={couriers.map((code) => ({ value: code, label: t(`orders.couriers.${code}`) }))}
        required
      />
      <Field
        of={trackingNumber}
        label={labels.number}
        help={t('coop.shipment.numberHelp')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
      />
      {odd ? <input type="hidden" name="confirmed" value={trackingNumber.initialValue ?? ''} /> : null}
      <button type="submit" className="btn btn-wide">
        {t(odd ? 'coop.shipment.again' : 'coop.shipment.submit')}
      </button>
    </form>
  );
}
