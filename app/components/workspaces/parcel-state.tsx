import { StatusPill, type Tone } from '#app/components/office/status-pill.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { ParcelState } from '#server/orders/contract.ts';

const tones: Record<ParcelState, Tone> = {
  waiting: 'quiet',
  'to-pack': 'waiting',
  packing: 'waiting',
  'partly-shipped': 'moving',
  shipped: 'moving',
  delivered: 'good',
  cancelled: 'quiet',
};

export function ParcelStatePill({ state }: { state: ParcelState }) {
  const t = useT();
  return <StatusPill tone={tones[state]}>{t(`coop.state.${state}`)}</StatusPill>;
}
