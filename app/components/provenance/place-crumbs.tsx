import { Breadcrumbs } from '#app/components/shell/breadcrumbs.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { PlaceView } from '#server/channels/ecommerce/contract.ts';

type PlaceCrumbsProps = { county?: PlaceView; township?: PlaceView; village?: PlaceView; here: string };

/** County, township, village, and this page. A township has no page of its own: it is a part of its county's. */
export function PlaceCrumbs({ county, township, village, here }: PlaceCrumbsProps) {
  const t = useT();
  const text = useText();
  return (
    <Breadcrumbs
      crumbs={[
        { label: t('shell.brand'), href: '/' },
        ...(county ? [{ label: text(county.name), href: `/counties/${county.code}` }] : []),
        ...(county && township
          ? [{ label: text(township.name), href: `/counties/${county.code}#${townshipAnchor(township.code)}` }]
          : []),
        ...(village ? [{ label: text(village.name), href: `/villages/${village.code}` }] : []),
        { label: here },
      ]}
    />
  );
}

/** Where a township stands on its county's page, for the code of the township or of a village in it. */
export function townshipAnchor(code: string): string {
  return `t${code.slice(0, 9)}`;
}
