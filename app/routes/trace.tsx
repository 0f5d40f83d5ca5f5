import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, useLoaderData, useParams, useRouteError } from '@remix-run/react';
import { DaohuBar } from '#app/components/money/daohu-bar.tsx';
import { qrOf, traceAddress } from '#app/components/provenance/qr.server.ts';
import { headersOfLoader, tagged } from '#app/components/provenance/tagged.ts';
import { TraceChain } from '#app/components/provenance/trace-chain.tsx';
import { TraceFacts } from '#app/components/provenance/trace-facts.tsx';
import { TraceFamilies } from '#app/components/provenance/trace-families.tsx';
import { TraceHead } from '#app/components/provenance/trace-head.tsx';
import { TraceUnknown } from '#app/components/provenance/trace-unknown.tsx';
import { harvestVerb } from '#app/components/provenance/wording.ts';
import { ErrorPage } from '#app/components/shell/error-page.tsx';
import { publicMeta } from '#app/components/storefront/page-meta.ts';
import { ProductShelf } from '#app/components/storefront/product-shelf.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import { withCtx } from '#app/request.server.ts';
import type { TraceView } from '#server/channels/ecommerce/contract.ts';
import { getTrace } from '#server/channels/ecommerce/index.ts';
import { formatYuan } from '#server/kernel/money.ts';

export const headers = headersOfLoader;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  publicMeta(matches, ({ t, text }) => {
    if (!data) {
      const title = t('provenance.trace.unknown');
      return { title: t('shell.title', { page: title }), description: title, hidden: true };
    }
    const { lot } = data;
    const produce = text(lot.produce.name);
    const verb = harvestVerb(t, lot.produce.family);
    const page = t('provenance.trace.title', {
      produce,
      day: new Date(`${lot.harvestedOn}T12:00:00+08:00`),
      verb,
      place: text(lot.county.name),
    });
    return {
      title: t('shell.title', { page }),
      description: t('provenance.trace.description', {
        code: lot.lotCode,
        households: lot.households.length,
        produce,
      }),
    };
  });

export async function loader(args: LoaderFunctionArgs) {
  const lot = await withCtx(args, (ctx) => getTrace(ctx, (args.params.code ?? '').trim()));
  const qr = qrOf(traceAddress(args.request, lot.lotCode));
  return tagged({ lot, qr }, [`lot:${lot.lotCode}`], lot.products);
}

/** What the code on a jar opens: the day, the place, the families, the money and the way it came. */
export default function TracePage() {
  const t = useT();
  const { lot, qr } = useLoaderData<typeof loader>();
  return (
    <article className="page trace">
      <TraceHead lot={lot} />
      <div className="trace-body">
        <div>
          <TraceFamilies lot={lot} />
          {lot.example ? <Example example={lot.example} /> : null}
          <TraceChain lot={lot} />
        </div>
        <TraceFacts lot={lot} qr={qr} />
      </div>
      {lot.products.length > 0 ? (
        <section className="section">
          <h2 className="section-title">{t('provenance.trace.products')}</h2>
          <ProductShelf products={lot.products} />
        </section>
      ) : null}
    </article>
  );
}

function Example({ example }: { example: NonNullable<TraceView['example']> }) {
  const t = useT();
  const text = useText();
  return (
    <section className="section stack">
      <h2 className="section-title">{t('provenance.trace.bar')}</h2>
      <p>
        {t('provenance.trace.barLead', {
          product: text(example.product),
          pack: text(example.pack),
          price: formatYuan(example.price),
        })}
      </p>
      <DaohuBar parts={example.makeUp} />
    </section>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { code = '' } = useParams();
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} />;
  return error.status === 404 ? <TraceUnknown code={code} /> : <ErrorPage status={error.status} />;
}
