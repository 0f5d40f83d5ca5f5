import { Picture } from '#app/components/shop/picture.tsx';
import { useText } from '#app/i18n/index.tsx';
import type { LocalizedText } from '#server/kernel/text.ts';

/** What somebody makes, each with its drawing. */
export function ProduceRow({ produces }: { produces: { name: LocalizedText; family: string }[] }) {
  const text = useText();
  return (
    <ul className="produce-row">
      {produces.map(({ name, family }) => (
        <li key={name['zh-CN']}>
          <Picture of={{ family, seed: name['zh-CN'] }} alt="" size={160} />
          <b>{text(name)}</b>
        </li>
      ))}
    </ul>
  );
}
