import { useForm } from '@conform-to/react';
import { countShown } from '#app/components/form/count-shown.ts';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Field, Select } from '#app/components/form/field.tsx';
import { Refusal } from '#app/components/form/refusal.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { Sent } from '#app/request.server.ts';
import type { PackingLineView } from '#server/fulfilment/contract.ts';
import { couriers } from '#server/orders/contract.ts';
import type { ShipFromDesk } from './ship-from-desk.ts';

type ShipmentFormProps = { number: string; lines: PackingLineView[]; sent?: Sent | undefined };

/**
 * Courier, number and how many packs go now: all that are left, unless fewer are said. A number that looks odd is asked
 * about once; sent again unchanged, it is taken.
 */
export function ShipmentForm({ number, lines, sent }: ShipmentFormProps) {
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
      <PartsOfShipment lines={lines} typed={sent?.lastResult.initialValue} />
      {odd ? <input type="hidden" name="confirmed" value={trackingNumber.initialValue ?? ''} /> : null}
      <button type="submit" className="btn btn-wide">
        {t(odd ? 'coop.shipment.again' : 'coop.shipment.submit')}
      </button>
    </form>
  );
}

type PartsProps = { lines: PackingLineView[]; typed?: Record<string, unknown> | null | undefined };

/** One field for each line that has packs left; a parcel of a single pack has nothing to choose. */
function PartsOfShipment({ lines, typed }: PartsProps) {
  const t = useT();
  const text = useText();
  const open = lines.filter(({ toSend }) => toSend > 0);
  if (open.reduce((sum, { toSend }) => sum + toSend, 0) <= 1) return null;
  return (
    <fieldset className="form">
      <legend>{t('fulfilment.parts.legend')}</legend>
      <p className="field-help">{t('fulfilment.parts.help')}</p>
      {open.map(({ line, productName, packName, toSend }, index) => (
        <div key={line}>
          <input type="hidden" name={`lines[${index}].line`} value={line} />
          <Field
            of={{
              id: `count-${line}`,
              name: `lines[${index}].count`,
              initialValue: countShown(typed, index, toSend),
            }}
            label={t('fulfilment.parts.line', { product: text(productName), pack: text(packName), left: toSend })}
            type="number"
            inputMode="numeric"
            min={0}
            max={toSend}
          />
        </div>
      ))}
    </fieldset>
  );
}
