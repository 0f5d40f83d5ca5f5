import type { ChannelCode } from '#server/kernel/channel.ts';

/** A channel as the shop front shows it: its one character, whether it sells yet, and where its door leads. */
export type ChannelDoor = {
  readonly code: ChannelCode;
  readonly character: string;
  /** A channel is open when orders can be placed through it; a closed door says so. */
  readonly open: boolean;
  readonly href: string | null;
};
