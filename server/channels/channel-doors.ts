import { adoption } from './adoption/index.ts';
import type { ChannelDoor } from './channel-door.ts';
import { department } from './department/index.ts';
import { ecommerce } from './ecommerce/door.ts';
import { entityLed } from './entity-led/index.ts';
import { helperUnit } from './helper-unit/index.ts';
import { tourism } from './tourism/index.ts';
import { venue } from './venue/index.ts';

/** The seven channels (七销) in the report's order. */
export const channelDoors: ChannelDoor[] = [entityLed, ecommerce, venue, adoption, tourism, department, helperUnit];
