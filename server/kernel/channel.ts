/** The seven sales channels (七销) of the 2020 report, in its order. Routes such as union or supermarket are not channels. */
export const channelCodes = [
  'entity-led',
  'ecommerce',
  'venue',
  'adoption',
  'tourism',
  'department',
  'helper-unit',
] as const;
export type ChannelCode = (typeof channelCodes)[number];

/** Through whom a sale went, beside its channel. */
export const routeCodes = ['union', 'canteen', 'supermarket', 'staff'] as const;
export type RouteCode = (typeof routeCodes)[number];
