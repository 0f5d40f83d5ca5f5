import { Chips } from '#app/components/form/chips.tsx';
import { CatchWeight } from '#app/components/money/catch-weight.tsx';
import { DaohuBar } from '#app/components/money/daohu-bar.tsx';
import { Money } from '#app/components/money/money.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { PackView } from '#server/channels/ecommerce/contract.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { BUY_FORM } from './buy-bar.tsx';

/**
 * The packs as large chips, and under them who gets the money of the one that is chosen. The style sheet shows the
 * panel of the ticked chip by its position; where it cannot, all panels stand one under another.
 */
export function PackChoice({ packs, chosen }: { packs: PackView[]; chosen: string | null }) {
  const t = useT();
  const text = useText();
  return (
    <>
      <form id={BUY_FORM} method="post" action="/cart/items">
        <Chips
          of={{ id: 'pack', name: 'pack' }}
          legend={t('storefront.product.packs')}
          value={chosen ?? []}
          chips={packs.map((pack) => ({
            value: pack.code,
            label: text(pack.name),
            detail: <PackDetail pack={pack} />,
            disabled: pack.stock.state === 'none',
          }))}
        />
      </form>
      <div className="of-packs">
        {packs.map((pack) => (
          <PackPanel key={pack.code} pack={pack} />
        ))}
      </div>
      <p className="quiet small">{t('storefront.product.freight')}</p>
    </>
  );
}

function usePerJin(pack: PackView): string | null {
  const t = useT();
  return pack.pricePerJin === null ? null : t('components.money.perJin', { price: formatYuan(pack.pricePerJin) });
}

function PackDetail({ pack }: { pack: PackView }) {
  const t = useT();
  if (pack.stock.state === 'none') return <>{t('storefront.soldOut')}</>;
  const price = formatYuan(pack.price);
  if (pack.stock.state === 'plenty') return <>{price}</>;
  return <>{t('storefront.pack', { pack: price, perJin: t('storefront.scarce', { packs: pack.stock.packs }) })}</>;
}

function PackPanel({ pack }: { pack: PackView }) {
  const t = useT();
  const text = useText();
  const perJin = usePerJin(pack);
  return (
    <div className="of-pack">
      <p className="row">
        <Money fen={pack.price} large />
        <span className="quiet">
          {perJin ? t('storefront.pack', { pack: text(pack.name), perJin }) : text(pack.name)}
        </span>
        {pack.stock.state === 'scarce' ? (
          <b className="scarce">{t('storefront.scarce', { packs: pack.stock.packs })}</b>
        ) : null}
      </p>
      {pack.leastGrams === null ? null : (
        <CatchWeight leastGrams={pack.leastGrams} mostGrams={pack.contents[0]?.quantity ?? 0} />
      )}
      {pack.makeUp ? <DaohuBar parts={pack.makeUp} /> : <p className="quiet">{t('storefront.product.noBar')}</p>}
    </div>
  );
}
