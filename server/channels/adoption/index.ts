import type { ChannelDoor } from '../channel-door.ts';

/** 基地认领订销: plots, trees and hives adopted for a season. */
export const adoption: ChannelDoor = { code: 'adoption', character: '认', open: false, href: null };
