import { useT } from '#app/i18n/index.tsx';
import type { BusinessDay } from '#server/kernel/calendar.ts';
import type { Period } from '#server/settlement/contract.ts';
import { presetNames, presetOf, presetsOf } from './period.ts';
import { Tabs } from './tabs.tsx';

/** Which days a figure is of: a few usual ones by one click, any others by typing them. All of it stands in the address. */
export function PeriodFilter({ path, period, today }: { path: string; period: Period; today: BusinessDay }) {
  const t = useT();
  const presets = presetsOf(today);
  const chosen = presetOf(period, today);
  return (
    <div className="period-filter screen-only">
      <Tabs
        label={t('books.period.label')}
        tabs={presetNames.map((name) => ({
          href: `${path}?from=${presets[name].from}&to=${presets[name].to}`,
          label: t(`books.period.${name}`),
          current: name === chosen,
        }))}
      />
      <form className="row" action={path}>
        <label>
          <span>{t('books.period.from')}</span>
          <input type="date" name="from" defaultValue={period.from} required />
        </label>
        <label>
          <span>{t('books.period.to')}</span>
          <input type="date" name="to" defaultValue={period.to} required />
        </label>
        <button type="submit" className="btn btn-second">
          {t('books.period.show')}
        </button>
      </form>
    </div>
  );
}
