import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { qrOf, traceAddress } from '#app/components/provenance/qr.server.ts';
import { QrCode } from '#app/components/provenance/qr-code.tsx';
import { headersOfLoader, tagged } from '#app/components/provenance/tagged.ts';
import { ages, harvestVerb, shelfDaysOf } from '#app/components/provenance/wording.ts';
import { useT, useText } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { getTrace } from '#server/channels/ecommerce/index.ts';

/** Nothing around it: what is on this page is what the printer gets. */
export const handle = { bare: true };
export const headers = headersOfLoader;

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'provenance.trace.label');

export async function loader(args: LoaderFunctionArgs) {
  const lot = await withCtx(args, (ctx) => getTrace(ctx, (args.params.code ?? '').trim()));
  return tagged({ lot, qr: qrOf(traceAddress(args.request, lot.lotCode)) }, [`lot:${lot.lotCode}`]);
}

/** One label of 60 by 40 millimetres. */
export default function LabelPage() {
  const t = useT();
  const text = useText();
  const { lot, qr } = useLoaderData<typeof loader>();
  const verb = harvestVerb(t, lot.produce.family);
  return (
    <main className="label-page">
      <h1 className="visually-hidden">{t('provenance.label.title', { code: lot.lotCode })}</h1>
      <div className="label">
        <div className="label-code">
          <QrCode {...qr} label={t('provenance.trace.qr', { code: lot.lotCode })} />
          <span>{t('provenance.label.scan')}</span>
        </div>
        <div className="label-words">
          <b>{text(lot.produce.name)}</b>
          <span className="label-lot">{lot.lotCode}</span>
          <span>{t('provenance.label.harvested', { verb, day: lot.harvestedOn })}</span>
          {ages(shelfDaysOf(lot)) ? <span>{t('provenance.label.bestBefore', { day: lot.bestBefore })}</span> : null}
          <span className="label-seller">{text(lot.seller.name)}</span>
        </div>
      </div>
      <div className="screen-only stack">
        <p className="quiet small">{t('provenance.label.lead')}</p>
        <p className="row">
          <button className="btn" type="button" data-print="" hidden>
            {t('provenance.label.print')}
          </button>
          <a className="btn btn-second" href={`/trace/${lot.lotCode}`}>
            {t('provenance.label.back')}
          </a>
        </p>
      </div>
    </main>
  );
}
