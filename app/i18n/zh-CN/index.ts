import { books } from './books.ts';
import { components } from './components.ts';
import { coop } from './coop.ts';
import { errors } from './errors.ts';
import { orders } from './orders.ts';
import { people } from './people.ts';
import { provenance } from './provenance.ts';
import { shell } from './shell.ts';
import { storefront } from './storefront.ts';
import { styleguide } from './styleguide.ts';
import { workspaces } from './workspaces.ts';

export const messages = {
  books,
  components,
  coop,
  errors,
  orders,
  people,
  provenance,
  shell,
  storefront,
  styleguide,
  workspaces,
} as const;
