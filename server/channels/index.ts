export type { ChannelDoor } from './channel-door.ts';
export { channelDoors } from './channel-doors.ts';
