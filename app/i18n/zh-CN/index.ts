import { bank } from './bank.ts';
import { books } from './books.ts';
import { claims } from './claims.ts';
import { components } from './components.ts';
import { coop } from './coop.ts';
import { coopMoney } from './coop-money.ts';
import { documents } from './documents.ts';
import { errors } from './errors.ts';
import { freight } from './freight.ts';
import { fulfilment } from './fulfilment.ts';
import { ledger } from './ledger.ts';
import { moneyBack } from './money-back.ts';
import { notices } from './notices.ts';
import { orders } from './orders.ts';
import { payments } from './payments.ts';
import { people } from './people.ts';
import { promotions } from './promotions.ts';
import { provenance } from './provenance.ts';
import { settlement } from './settlement-pages.ts';
import { shell } from './shell.ts';
import { statements } from './statements.ts';
import { storefront } from './storefront.ts';
import { styleguide } from './styleguide.ts';
import { workspaces } from './workspaces.ts';

export const messages = {
  bank,
  books,
  claims,
  components,
  coop,
  documents,
  coopMoney,
  errors,
  freight,
  fulfilment,
  ledger,
  moneyBack,
  notices,
  orders,
  payments,
  people,
  promotions,
  provenance,
  settlement,
  shell,
  statements,
  storefront,
  styleguide,
  workspaces,
} as const;
