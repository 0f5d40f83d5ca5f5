import { useT, useText } from '#app/i18n/index.tsx';
import type { PersonaView } from '#server/people/index.ts';

type PersonaButtonsProps = { personas: PersonaView[]; action: string };

/** One button per person of the sample world, with what he is and does. */
export function PersonaButtons({ personas, action }: PersonaButtonsProps) {
  const t = useT();
  const text = useText();
  return (
    <section className="panel stack" aria-labelledby="personas">
      <h2 id="personas">{t('people.personas.title')}</h2>
      <p className="quiet small">{t('people.personas.lead')}</p>
      <form method="post" action={action} className="personas">
        {personas.map(({ code, name, profile, held }) => {
          const shown = profile ? text(profile.name) : name;
          return (
            <button
              key={code}
              type="submit"
              name="persona"
              value={code}
              aria-label={t('people.personas.as', { name: shown })}
              aria-describedby={`persona-${code}`}
            >
              <b>{shown}</b>
              <span id={`persona-${code}`}>
                <em>{rolesOf(held)}</em>
                {profile ? text(profile.description) : null}
              </span>
            </button>
          );
        })}
      </form>
    </section>
  );

  function rolesOf(held: PersonaView['held']): string {
    if (held.length === 0) return t('people.roles.shopper');
    const named = held.map(({ role, organization, area }) => {
      const place = organization ?? area;
      const name = t(`people.roles.${role}`);
      return place ? t('people.personas.at', { role: name, place: text(place) }) : name;
    });
    return named.join(' · ');
  }
}
