import { households } from '#seed/demo/households.ts';
import { type Persona, type PersonaRole, personas } from '#seed/demo/people.ts';
import { shoppers } from '#seed/demo/shoppers.ts';
import { addMinutes } from '#server/kernel/calendar.ts';
import { createPersona, type PersonaMembership, personActor, type RoleName } from '#server/people/index.ts';
import type { DemoWorld } from './demo-world.ts';
import type { Stage } from './stage.ts';

const roleOf: Record<PersonaRole, RoleName> = {
  shopper: 'shopper',
  'cooperative-clerk': 'clerk',
  'venue-cashier': 'cashier',
  household: 'household',
  'village-helper': 'village-helper',
  'county-office': 'county-office',
  'unit-buyer': 'unit-buyer',
  'union-officer': 'union-officer',
  bookkeeper: 'bookkeeper',
  administrator: 'administrator',
};

/** These work for everybody: a membership of one organization would say less than they may do. */
const reachingEverywhere: readonly PersonaRole[] = ['bookkeeper', 'administrator'];
/** The persona who shops is the first of the shoppers, so that her orders are there when one signs in as her. */
const SHOPPING = { persona: 'shopper', shopper: 'shopper-01' };

/** The people one signs in as with one click, in the order of the sign-in page. */
export async function loadPeople(stage: Stage, world: DemoWorld): Promise<void> {
  for (const [index, persona] of personas.entries()) {
    const phone = phoneOf(persona);
    const ctx = stage.at(addMinutes(world.foundedAt, index));
    const { userId } = await createPersona(ctx, {
      code: persona.key,
      name: persona.name['zh-CN'],
      ...(phone && { phone }),
      profile: { name: persona.name, description: persona.description },
      memberships: [membershipOf(persona)],
    });
    if (persona.role === 'bookkeeper' || persona.role === 'administrator') {
      const held = { role: persona.role, organizationId: null, area: null } as const;
      world.bookkeepers.set(persona.key, personActor(userId, persona.name['zh-CN'], [held]));
    }
    if (persona.key === SHOPPING.persona) {
      const held = { role: 'shopper', organizationId: null, area: null } as const;
      world.buyers.set(SHOPPING.shopper, personActor(userId, persona.name['zh-CN'], [held]));
    }
  }
}

function membershipOf({ role, organization, area }: Persona): PersonaMembership {
  return {
    role: roleOf[role],
    ...(organization && !reachingEverywhere.includes(role) && { organization }),
    ...(area && { area }),
  };
}

function phoneOf(persona: Persona): string | undefined {
  if (persona.key === SHOPPING.persona) return shoppers.find(({ key }) => key === SHOPPING.shopper)?.phone;
  return households.find(({ code }) => code === persona.household)?.phone;
}
