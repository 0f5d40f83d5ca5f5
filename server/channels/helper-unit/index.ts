import type { ChannelDoor } from '../channel-door.ts';

/** 帮扶单位助销: a unit buys from the named households of its paired village. */
export const helperUnit: ChannelDoor = { code: 'helper-unit', character: '帮', open: false, href: null };
