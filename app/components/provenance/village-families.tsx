import { MaskedName } from '#app/components/shop/masked-name.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import type { VillageView } from '#server/channels/ecommerce/contract.ts';

/** The households of a village as name plates, each with what it brings in. */
export function VillageFamilies({ households }: { households: VillageView['households'] }) {
  const t = useT();
  const text = useText();
  return (
    <ul className="plates">
      {households.map(({ code, maskedName, produces }) => (
        <li key={code}>
          <a href={`/households/${code}`}>
            <b>
              <MaskedName name={maskedName} />
            </b>
            <span>
              {produces.length > 0 ? produces.map(text).join(t('provenance.list')) : t('provenance.village.noLots')}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
