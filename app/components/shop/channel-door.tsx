import { useT } from '#app/i18n/index.tsx';

/** The seven channels, in their fixed order. */
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

/** One upright banner: the channel's character, its name and one plain sentence. */
export function ChannelDoor({ channel, href }: { channel: ChannelCode; href: string }) {
  const t = useT();
  return (
    <a className="door" href={href}>
      <span className="door-sign" lang="zh-CN" aria-hidden="true">
        {t(`components.channels.${channel}.sign`)}
      </span>
      <b>{t(`components.channels.${channel}.name`)}</b>
      <span>{t(`components.channels.${channel}.sentence`)}</span>
    </a>
  );
}

/** All seven doors side by side. */
export function ChannelDoors({ hrefOf }: { hrefOf: (channel: ChannelCode) => string }) {
  return (
    <ul className="doors">
      {channelCodes.map((channel) => (
        <li key={channel}>
          <ChannelDoor channel={channel} href={hrefOf(channel)} />
        </li>
      ))}
    </ul>
  );
}
