import type { ChannelDoor } from '../channel-door.ts';

/** 部门对接承销: departments pledge, units call off, accept and pay by term. */
export const department: ChannelDoor = { code: 'department', character: '部', open: false, href: null };
