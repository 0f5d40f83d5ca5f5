import { Timeline } from '#app/components/shop/timeline.tsx';
import { formatMoment, useLanguage, useT } from '#app/i18n/index.tsx';
import type { ClaimMoveView, ClaimView } from '#server/after-sales/contract.ts';

const ends = new Set(['refunded', 'upheld', 'withdrawn']);

/** Every step of a claim, by which side, in which words and with which pictures. `search` carries the order's key. */
export function ClaimHistory({ claim, search = '' }: { claim: ClaimView; search?: string }) {
  const t = useT();
  const language = useLanguage();
  return (
    <section>
      <h2 className="section-title">{t('claims.page.history')}</h2>
      <Timeline
        steps={claim.moves.map((move, index) => ({
          id: String(move.seq),
          when: formatMoment(move.at, language),
          title: titleOf(move),
          detail: <MoveDetail claim={claim} move={move} search={search} />,
          state: index === claim.moves.length - 1 && !ends.has(move.to) ? 'now' : 'done',
        }))}
      />
    </section>
  );

  function titleOf({ seq, to, side }: ClaimMoveView): string {
    if (to === 'applied' && seq > 1) return t('claims.moves.applied-again', { side: t(`claims.sides.${side}`) });
    if (side === 'clock' && (to === 'escalated' || to === 'withdrawn')) return t(`claims.moves.${to}-by-clock`);
    return t(`claims.moves.${to}`, { side: t(`claims.sides.${side}`) });
  }
}

function MoveDetail({ claim, move, search }: { claim: ClaimView; move: ClaimMoveView; search: string }) {
  const t = useT();
  const { words, photos } = move;
  if (words === '' && photos.length === 0) return null;
  return (
    <>
      {words === '' ? null : <p className="claim-words">{words}</p>}
      {photos.length === 0 ? null : (
        <ul className="claim-photos">
          {photos.map((position) => {
            const href = `/orders/${claim.orderNumber}/claims/${claim.number}/photos/${position}`;
            return (
              <li key={position}>
                <a href={`${href}${search}`}>
                  <img
                    src={`${href}${search ? `${search}&` : '?'}size=thumbnail`}
                    alt={t('claims.page.photo', { position })}
                    loading="lazy"
                    width={112}
                    height={112}
                  />
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
