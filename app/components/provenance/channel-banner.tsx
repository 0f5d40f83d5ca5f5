import { StatusPill } from '#app/components/office/status-pill.tsx';
import { formatCount, useT } from '#app/i18n/index.tsx';
import type { ChannelDoorView, FiguresView } from '#server/channels/ecommerce/contract.ts';
import { formatYuan } from '#server/kernel/money.ts';

type ChannelBannerProps = ChannelDoorView & { sold: FiguresView['channels'][number] | null };

/** One channel under its banner; one that sells shows its true numbers, one that does not says so. */
export function ChannelBanner({ code, character, open, href, sold }: ChannelBannerProps) {
  const t = useT();
  const name = t(`components.channels.${code}.name`);
  return (
    <section className="channel" id={code} aria-labelledby={`${code}-name`}>
      <div className={open ? 'sign sign-open' : 'sign'} aria-hidden="true">
        <span lang="zh-CN">{character}</span>
      </div>
      <div>
        <div className="channel-title">
          <h2 id={`${code}-name`}>{name}</h2>
          <StatusPill tone={open ? 'good' : 'quiet'}>
            {t(open ? 'provenance.channels.open' : 'provenance.channels.closed')}
          </StatusPill>
        </div>
        <p className="channel-what">{t(`provenance.channels.${code}.what`)}</p>
        <dl className="channel-facts">
          <dt>{t('provenance.channels.who')}</dt>
          <dd>{t(`provenance.channels.${code}.who`)}</dd>
          <dt>{t('provenance.channels.money')}</dt>
          <dd>{t(`provenance.channels.${code}.money`)}</dd>
        </dl>
        {sold ? <Sold sold={sold} /> : null}
        {href ? (
          <a className="btn" href={href}>
            {t('provenance.channels.enter')}
          </a>
        ) : null}
      </div>
    </section>
  );
}

function Sold({ sold }: { sold: FiguresView['channels'][number] }) {
  const t = useT();
  return (
    <dl className="channel-sold">
      <div>
        <dt>{t('provenance.channels.orders')}</dt>
        <dd className="figure">{t('provenance.channels.ordersValue', { count: formatCount(sold.orders) })}</dd>
      </div>
      <div>
        <dt>{t('provenance.channels.household')}</dt>
        <dd className="figure">{formatYuan(sold.household)}</dd>
      </div>
    </dl>
  );
}
