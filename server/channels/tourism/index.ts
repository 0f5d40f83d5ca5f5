import type { ChannelDoor } from '../channel-door.ts';

/** 旅游带动促销: visits with goods credit at the stalls of households. */
export const tourism: ChannelDoor = { code: 'tourism', character: '旅', open: false, href: null };
