import { StatusPill, type Tone } from '#app/components/office/status-pill.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { ClaimState } from '#server/after-sales/contract.ts';

const tones: Record<ClaimState, Tone> = {
  applied: 'waiting',
  'evidence-asked': 'waiting',
  approved: 'moving',
  'awaiting-return': 'moving',
  'sent-back': 'moving',
  returned: 'moving',
  refunded: 'good',
  rejected: 'problem',
  escalated: 'waiting',
  upheld: 'problem',
  withdrawn: 'quiet',
};

export function ClaimPill({ state }: { state: ClaimState }) {
  const t = useT();
  return <StatusPill tone={tones[state]}>{t(`claims.states.${state}`)}</StatusPill>;
}
