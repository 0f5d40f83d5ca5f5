import { CatchWeight } from '#app/components/money/catch-weight.tsx';
import { Picture } from '#app/components/shop/picture.tsx';
import { QuantityStepper } from '#app/components/shop/quantity-stepper.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import { type CartLineView, type CartSellerView, PACKS_PER_LINE_MAX } from '#server/orders/contract.ts';

/** One seller's part of the cart: it travels as one parcel. */
export function CartSeller({ seller }: { seller: CartSellerView }) {
  const t = useT();
  const text = useText();
  return (
    <section className="panel" aria-labelledby={`seller-${seller.code}`}>
      <h2 id={`seller-${seller.code}`} className="cart-seller">
        {t('orders.cart.seller', { seller: text(seller.name) })}
      </h2>
      <ul className="cart-lines">
        {seller.lines.map((line) => (
          <CartLine key={line.pack} line={line} />
        ))}
      </ul>
      {seller.freeFreightAfter ? (
        <p className="quiet small">{t('orders.cart.freeAfter', { amount: formatYuan(seller.freeFreightAfter) })}</p>
      ) : null}
    </section>
  );
}

function CartLine({ line }: { line: CartLineView }) {
  const t = useT();
  const text = useText();
  const name = t('orders.cart.line', { product: text(line.productName), pack: text(line.packName) });
  return (
    <li>
      <Picture of={{ family: line.family, seed: line.productSlug }} alt="" size={88} />
      <div>
        <a href={`/products/${line.productSlug}`}>
          <b>{text(line.productName)}</b>
        </a>
        <span className="quiet small">
          {text(line.packName)} · {formatYuan(line.unitPrice)}
          {line.perishable ? ` · ${t('orders.cart.fresh')}` : ''}
        </span>
        {line.catchWeight ? <CatchWeight {...line.catchWeight} /> : null}
        <LineState line={line} />
        <div className="row">
          <form method="post" action="/cart/lines" className="row" data-auto-submit="">
            <input type="hidden" name="pack" value={line.pack} />
            <QuantityStepper
              id={`count-${line.pack}`}
              name="count"
              label={`${t('orders.cart.count')} · ${name}`}
              value={line.count}
              max={Math.max(line.count, line.left ?? PACKS_PER_LINE_MAX)}
            />
            <button type="submit" className="btn btn-quiet" data-manual="">
              {t('orders.cart.update')}
            </button>
          </form>
          <form method="post" action="/cart/lines">
            <input type="hidden" name="pack" value={line.pack} />
            <input type="hidden" name="count" value="0" />
            <button type="submit" className="btn btn-quiet" aria-label={`${t('orders.cart.remove')} · ${name}`}>
              {t('orders.cart.remove')}
            </button>
          </form>
        </div>
      </div>
      <strong className="price">{formatYuan(line.amount)}</strong>
    </li>
  );
}

function LineState({ line }: { line: CartLineView }) {
  const t = useT();
  if (line.problem) {
    const left = line.left ?? 0;
    return (
      <div className="row">
        <p className="field-error">{t(`orders.cart.problem.${line.problem}`, { left })}</p>
        {line.problem === 'not-enough' ? (
          <form method="post" action="/cart/lines">
            <input type="hidden" name="pack" value={line.pack} />
            <input type="hidden" name="count" value={left} />
            <button type="submit" className="btn btn-second">
              {t('orders.cart.takeLeft', { left })}
            </button>
          </form>
        ) : null}
      </div>
    );
  }
  return line.left === null ? null : <span className="scarce small">{t('orders.cart.left', { left: line.left })}</span>;
}
