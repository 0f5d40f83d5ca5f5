import { anonymousActor, personActor, type RoleName } from '#server/people/index.ts';
import { type Ctx, type MikroORM, openCtx, systemActor } from '#server/platform/index.ts';

/** The people of a story, each with the role a real one would have: what they do, a real one may do. */
export type Cast = {
  now: Date;
  later(minutes: number): void;
  visitor(): Ctx;
  administrator(): Ctx;
  bookkeeper(): Ctx;
  /** A second bookkeeper: who checks what the first has made. */
  checker(): Ctx;
  system(): Ctx;
  /** Somebody whose role reaches an area. */
  of(role: RoleName, area: string): Ctx;
  clerkOf(organizationId: string): Ctx;
};

export function openCast(orm: MikroORM, start: Date): Cast {
  const acting = (role: RoleName, bounds: { organizationId?: string; area?: string } = {}) =>
    openCtx(orm, personActor(role, role, [{ role, organizationId: null, area: null, ...bounds }]), cast.now);
  const cast: Cast = {
    now: start,
    later: (minutes) => {
      cast.now = new Date(cast.now.getTime() + minutes * 60_000);
    },
    visitor: () => openCtx(orm, anonymousActor, cast.now),
    administrator: () => acting('administrator'),
    bookkeeper: () => acting('bookkeeper'),
    checker: () =>
      openCtx(
        orm,
        personActor('checker', 'checker', [{ role: 'bookkeeper', organizationId: null, area: null }]),
        cast.now,
      ),
    system: () => openCtx(orm, systemActor, cast.now),
    of: (role, area) => acting(role, { area }),
    clerkOf: (organizationId) => acting('clerk', { organizationId }),
  };
  return cast;
}
