import { Chips } from '#app/components/form/chips.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { MessageKey } from '#app/i18n/translator.ts';

/** How to pay, where there is more than one way; the first is ticked. Asks nothing where there is none to choose. */
export function ChooseProvider({ ways }: { ways: string[] }) {
  const t = useT();
  if (ways.length < 2) return null;
  return (
    <Chips
      of={{ id: 'provider', name: 'provider' }}
      legend={t('payments.way.legend')}
      value={ways[0] ?? ''}
      chips={ways.map((code) => ({
        value: code,
        label: t(`payments.way.${code}` as MessageKey),
        detail: t(`payments.wayDetail.${code}` as MessageKey),
      }))}
    />
  );
}
