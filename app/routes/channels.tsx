import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ChannelBanner } from '#app/components/provenance/channel-banner.tsx';
import { headersOfLoader, tagged } from '#app/components/provenance/tagged.ts';
import { publicMeta } from '#app/components/storefront/page-meta.ts';
import { useT } from '#app/i18n/index.tsx';
import { withCtx } from '#app/request.server.ts';
import { getFigures } from '#server/channels/ecommerce/index.ts';
import { channelDoors } from '#server/channels/index.ts';

export const headers = headersOfLoader;

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(matches, ({ t }) => ({
    title: t('shell.title', { page: t('provenance.channels.title') }),
    description: t('provenance.channels.description'),
  }));

export async function loader(args: LoaderFunctionArgs) {
  const { channels } = await withCtx(args, getFigures);
  const doors = channelDoors.map((door) => ({
    ...door,
    sold: channels.find(({ code }) => code === door.code) ?? null,
  }));
  return tagged(doors, ['figures']);
}

/** The seven channels: what each is, who buys, how the money moves, and whether it is open. */
export default function ChannelsPage() {
  const t = useT();
  const doors = useLoaderData<typeof loader>();
  return (
    <div className="page">
      <header className="origin-head">
        <h1 className="origin-name">{t('provenance.channels.title')}</h1>
        <p className="prose">{t('provenance.channels.lead')}</p>
        <p className="quiet prose">{t('provenance.channels.closedNote')}</p>
      </header>
      <nav aria-label={t('provenance.channels.jump')}>
        <ol className="seven-signs">
          {doors.map(({ code, character, open }) => (
            <li key={code}>
              <a href={`#${code}`} className={open ? 'sign sign-open' : 'sign'}>
                <span lang="zh-CN" aria-hidden="true">
                  {character}
                </span>
                <span className="visually-hidden">{t(`components.channels.${code}.name`)}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {doors.map((door) => (
        <ChannelBanner key={door.code} {...door} />
      ))}
    </div>
  );
}
