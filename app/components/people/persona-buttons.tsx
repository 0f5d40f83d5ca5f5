import { useT, useText } from '#app/i18n/index.tsx';
import type { PersonaView } from '#server/people/index.ts';

type PersonaButtonsProps = { personas: PersonaView[]; action: string };

/** One button per person of the sample world, with what he is. */
export function PersonaButtons({ personas, action }: PersonaButtonsProps) {
  const t = useT();
  const text = useText();
  function rolesOf({ held }: PersonaView): string[] {
    if (held.length === 0) return [t('people.personas.shopper')];
    return held.map(({ role, organization, area }) => {
      const place = organization ?? area;
      const name = t(`people.roles.${role}`);
      return place ? t('people.personas.at', { role: name, place: text(place) }) : name;
    });
  }
  return (
    <section className="panel stack" aria-labelledby="personas">
      <h2 id="personas">{t('people.personas.title')}</h2>
      <p className="quiet small">{t('people.personas.lead')}</p>
      <form method="post" action={action} className="chips">
        {personas.map((persona) => (
          <button
            key={persona.code}
            type="submit"
            name="persona"
            value={persona.code}
            className="btn btn-second"
            aria-label={`${t('people.personas.as', { name: persona.name })} (${rolesOf(persona).join(' · ')})`}
          >
            <span>{persona.name}</span> <small className="quiet">{rolesOf(persona).join(' · ')}</small>
          </button>
        ))}
      </form>
    </section>
  );
}
