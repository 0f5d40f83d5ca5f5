import { useT } from '#app/i18n/index.tsx';

/** A household's name as the public may see it (`张*生`); expects it masked already. */
export function MaskedName({ name }: { name: string }) {
  const t = useT();
  return (
    <abbr className="masked" title={t('components.masked.why')}>
      {name}
    </abbr>
  );
}
