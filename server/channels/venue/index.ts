import type { ChannelDoor } from '../channel-door.ts';

/** 经营场所直销: the exhibition and sales centre, its counters and cabinets. */
export const venue: ChannelDoor = { code: 'venue', character: '场', open: false, href: null };
