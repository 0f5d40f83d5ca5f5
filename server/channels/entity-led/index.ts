import type { ChannelDoor } from '../channel-door.ts';

/** 经营主体带销: an entity buys from many households by seasonal contract and sells on. */
export const entityLed: ChannelDoor = { code: 'entity-led', character: '带', open: false, href: null };
