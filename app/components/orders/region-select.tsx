import type { FieldMetadata } from '@conform-to/react';
import { FieldErrors } from '#app/components/form/field-errors.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { RegionGroup } from '#server/places/index.ts';

/** The places of one province, by city. */
export function RegionSelect({ of, regions }: { of: FieldMetadata<string>; regions: RegionGroup[] }) {
  const t = useT();
  const text = useText();
  return (
    <div className="field">
      <label htmlFor={of.id}>{t('orders.checkout.region')}</label>
      <select
        id={of.id}
        name={of.name}
        defaultValue={String(of.initialValue ?? '')}
        aria-invalid={of.errors ? true : undefined}
        aria-describedby={of.errorId}
        required
      >
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
      <FieldErrors of={of} />
    </div>
  );
}
