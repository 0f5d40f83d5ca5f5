import type { MigrationObject } from '@mikro-orm/postgresql';
import { TradeCore } from './0001-trade-core.ts';
import { Accounts } from './0002-accounts.ts';
import { StartingRules } from './0003-starting-rules.ts';
import { Personas } from './0004-personas.ts';
import { AfterTheSale } from './0005-after-the-sale.ts';
import { Payments } from './0006-payments.ts';
import { BankTransfers } from './0007-bank-transfers.ts';
import { Promotions } from './0008-promotions.ts';
import { Fulfilment } from './0009-fulfilment.ts';
import { Claims } from './0010-claims.ts';
import { Settlement } from './0011-settlement.ts';
import { Documents } from './0012-documents.ts';
import { LedgerGuard } from './0013-ledger-guard.ts';
import { Notices } from './0014-notices.ts';
import { HouseholdPhones } from './0015-household-phones.ts';
import { DatedFreight } from './0016-dated-freight.ts';
import { DocumentsByDate } from './0017-documents-by-date.ts';

/** In the order they are run. A migration that has landed is never edited. */
export const migrations: MigrationObject[] = [
  { name: '0001-trade-core', class: TradeCore },
  { name: '0002-accounts', class: Accounts },
  { name: '0003-starting-rules', class: StartingRules },
  { name: '0004-personas', class: Personas },
  { name: '0005-after-the-sale', class: AfterTheSale },
  { name: '0006-payments', class: Payments },
  { name: '0007-bank-transfers', class: BankTransfers },
  { name: '0008-promotions', class: Promotions },
  { name: '0009-fulfilment', class: Fulfilment },
  { name: '0010-claims', class: Claims },
  { name: '0011-settlement', class: Settlement },
  { name: '0012-documents', class: Documents },
  { name: '0013-ledger-guard', class: LedgerGuard },
  { name: '0014-notices', class: Notices },
  { name: '0015-household-phones', class: HouseholdPhones },
  { name: '0016-dated-freight', class: DatedFreight },
  { name: '0017-documents-by-date', class: DocumentsByDate },
];
