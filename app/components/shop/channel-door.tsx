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

/** One upright banner: the channel's character, its name and one plain sentence. Undyed cloth where it is not open yet. */
export function ChannelDoor({ channel, href }: { channel: ChannelCode; href: string | null }) {
  const t = useT();
  const cloth = (
    <>
      <span className="door-sign" lang="zh-CN" aria-hidden="true">
        {t(`components.channels.${channel}.sign`)}
      </span>
      <b>{t(`components.channels.${channel}.name`)}</b>
      <span className="door-words">{t(`components.channels.${channel}.sentence`)}</span>
    </>
  );
  if (href) {
    return (
      <a className="door" href={href}>
        {cloth}
      </a>
    );
  }
  return (
    <div className="door door-soon">
      {cloth}
      <small>{t('storefront.door.soon')}</small>
    </div>
  );
}

/** All seven doors side by side; a door that leads nowhere yet has no address. */
export function ChannelDoors({ hrefOf }: { hrefOf: (channel: ChannelCode) => string | null }) {
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
