import type { ChannelDoor } from '../channel-door.ts';

/** 电商平台营销: the storefront. */
export const ecommerce: ChannelDoor = { code: 'ecommerce', character: '电', open: true, href: '/products' };
