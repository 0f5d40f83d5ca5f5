import type { FieldMetadata } from '@conform-to/react';
import { ErrorSummary } from '#app/components/form/error-summary.tsx';
import { Check, Field, TextArea } from '#app/components/form/field.tsx';
import { FieldErrors } from '#app/components/form/field-errors.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { LocalizedText } from '#server/kernel/text.ts';
import type { PlaceOrder } from '#server/orders/contract.ts';
import type { RegionGroup } from '#server/places/index.ts';

type CheckoutFieldsProps = {
  fields: { [Name in keyof PlaceOrder]-?: FieldMetadata<PlaceOrder[Name]> };
  province: string;
  provinces: { code: string; name: LocalizedText }[];
  regions: RegionGroup[];
  perishable: boolean;
  /** What the button sends that only asks for another province's places. */
  step: string;
};

/** Who receives it, where, and the tick for fresh goods. */
export function CheckoutFields({ fields, perishable, ...places }: CheckoutFieldsProps) {
  const t = useT();
  const { recipient, phone, region, address, note, perishableConfirmed } = fields;
  return (
    <>
      <ErrorSummary
        fields={[
          { field: recipient, label: t('orders.checkout.recipient') },
          { field: phone, label: t('orders.checkout.phone') },
          { field: region, label: t('orders.checkout.region') },
          { field: address, label: t('orders.checkout.address') },
          { field: note, label: t('orders.checkout.note') },
        ]}
      />
      <Field of={recipient} label={t('orders.checkout.recipient')} autoComplete="name" maxLength={80} required />
      <Field
        of={phone}
        label={t('orders.checkout.phone')}
        help={t('orders.checkout.phoneHelp')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        required
      />
      <RegionFields region={region} {...places} />
      <Field of={address} label={t('orders.checkout.address')} autoComplete="street-address" maxLength={240} required />
      <TextArea of={note} label={t('orders.checkout.note')} optional rows={2} />
      {perishable ? <Check of={perishableConfirmed} label={t('orders.checkout.perishable')} /> : null}
    </>
  );
}

type RegionFieldsProps = Omit<CheckoutFieldsProps, 'fields' | 'perishable'> & { region: FieldMetadata<string> };

/** A province, then its places. Without a script the button fetches the places of another province; nothing typed is lost. */
function RegionFields({ region, province, provinces, regions, step }: RegionFieldsProps) {
  const t = useT();
  const text = useText();
  return (
    <>
      <div className="field">
        <label htmlFor="province">{t('orders.checkout.province')}</label>
        <span className="row">
          <select id="province" name="province" defaultValue={province} data-sends="province-step">
            {provinces.map(({ code, name }) => (
              <option key={code} value={code}>
                {text(name)}
              </option>
            ))}
          </select>
          <button type="submit" id="province-step" name="step" value={step} className="btn btn-second" data-manual="">
            {t('orders.checkout.changeProvince')}
          </button>
        </span>
      </div>
      <div className="field">
        <label htmlFor={region.id}>{t('orders.checkout.region')}</label>
        <select
          id={region.id}
          name={region.name}
          // A field sent twice comes back as a list, which no select takes.
          defaultValue={String(region.initialValue ?? '')}
          aria-invalid={region.errors ? true : undefined}
          aria-describedby={`${region.id}-help ${region.errorId}`}
          required
        >
          <option value="">{t('orders.checkout.choose')}</option>
          {regions.map((group) => (
            <optgroup key={group.name['zh-CN']} label={text(group.name)}>
              {group.regions.map(({ code, name, whole }) => (
                <option key={code} value={code}>
                  {whole ? t('orders.checkout.townshipNone', { county: text(name) }) : text(name)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <p className="field-help" id={`${region.id}-help`}>
          {t('orders.checkout.regionHelp')}
        </p>
        <FieldErrors of={region} />
      </div>
    </>
  );
}
