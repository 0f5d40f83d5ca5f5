import { StatusPill, type Tone } from '#app/components/office/status-pill.tsx';
import { useT } from '#app/i18n/index.tsx';
import type { DueLineView, DueState } from '#server/dues/contract.ts';
import type { RunState, TransferState } from '#server/payouts/contract.ts';
import type { StatementState } from '#server/statements/contract.ts';

const runTones: Record<RunState, Tone> = {
  assembling: 'moving',
  assembled: 'waiting',
  approved: 'moving',
  exported: 'moving',
  settled: 'good',
  rejected: 'quiet',
};

const transferTones: Record<TransferState, Tone> = {
  prepared: 'waiting',
  approved: 'moving',
  sent: 'moving',
  unknown: 'waiting',
  paid: 'good',
  failed: 'problem',
  returned: 'problem',
  dropped: 'quiet',
};

const statementTones: Record<StatementState, Tone> = {
  stated: 'waiting',
  confirmed: 'moving',
  objected: 'problem',
  approved: 'moving',
  paying: 'moving',
  paid: 'good',
  failed: 'problem',
};

const dueTones: Record<DueState, Tone> = { ...statementTones, accrued: 'waiting', dropped: 'quiet' };

export function RunPill({ state }: { state: RunState }) {
  const t = useT();
  return <StatusPill tone={runTones[state]}>{t(`settlement.payouts.states.${state}`)}</StatusPill>;
}

export function TransferPill({ state }: { state: TransferState }) {
  const t = useT();
  return <StatusPill tone={transferTones[state]}>{t(`settlement.payout.transferStates.${state}`)}</StatusPill>;
}

export function StatementPill({ state }: { state: StatementState }) {
  const t = useT();
  return <StatusPill tone={statementTones[state]}>{t(`settlement.statements.states.${state}`)}</StatusPill>;
}

/** Where a line stands; a deduction that waits for the household's yes says so. */
export function DuePill({ line: { kind, state } }: { line: Pick<DueLineView, 'kind' | 'state'> }) {
  const t = useT();
  const asked = kind === 'deduction' && (state === 'accrued' || state === 'stated');
  return <StatusPill tone={dueTones[state]}>{t(`settlement.lines.state.${asked ? 'proposed' : state}`)}</StatusPill>;
}
