import { Migration } from '@mikro-orm/migrations';

/**
 * Promotions: who takes how much off which goods, and who bears it. What an open promotion promises is never changed, only
 * ended: a trigger says so besides the software. Each use is a row, held while its order waits for the money; the
 * promotion counts them, and CHECKs keep the count within what its funder gave, whatever raced.
 */
export class Promotions extends Migration {
  override up(): void {
    this.addSql(promotions);
    this.addSql(uses);
    this.addSql(`alter table cart add coupon text check (length(coupon) between 1 and 40)`);
  }
}

const promotions = `
create table promotion (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  code text not null unique check (code ~ '^[A-Z0-9][A-Z0-9-]{2,31}$'),
  -- Without a code to be typed in.
  automatic boolean not null,
  name jsonb not null check (name ? 'zh-CN'),
  funder_kind text not null check (funder_kind in ('seller', 'platform', 'organization')),
  -- The seller that cuts its own price, or the organization that pays; none for the platform.
  organization_id uuid references organization check ((organization_id is null) = (funder_kind = 'platform')),
  -- As line_discount and the ledger name it.
  funder text not null generated always as
    (case funder_kind when 'organization' then organization_id::text else funder_kind end) stored,
  kind text not null check (kind in ('percent', 'amount')),
  basis_points int check (basis_points between 1 and 9999),
  amount_fen bigint check (amount_fen > 0),
  -- From so many fen of goods in its scope.
  threshold_fen bigint not null default 0 check (threshold_fen >= 0),
  scope text not null check (scope in ('all', 'sellers', 'families', 'products')),
  -- Ids of organizations or products, codes of families.
  scope_keys text[] not null default '{}',
  order_cap_fen bigint check (order_cap_fen > 0),
  budget_fen bigint check (budget_fen > 0),
  uses_max int check (uses_max > 0),
  -- Who buys is only known for sure to a coupon: a price that everybody sees must be one that everybody gets.
  uses_per_buyer int check (uses_per_buyer > 0),
  valid_from timestamptz not null,
  valid_until timestamptz,
  -- Whether it may stand beside others.
  stacks boolean not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  opened_at timestamptz,
  closed_at timestamptz,
  sample boolean not null default false,
  uses int not null default 0,
  spent_fen bigint not null default 0,
  constraint promotion_says_how_much check ((kind = 'percent') = (basis_points is not null) and (kind = 'amount') = (amount_fen is not null)),
  constraint promotion_scope check ((scope = 'all') = (scope_keys = '{}')),
  constraint promotion_per_buyer_is_a_coupon check (uses_per_buyer is null or not automatic),
  constraint promotion_times check (valid_until > valid_from),
  constraint promotion_uses_within check (uses >= 0 and uses <= coalesce(uses_max, uses)),
  constraint promotion_spent_within check (spent_fen >= 0 and spent_fen <= coalesce(budget_fen, spent_fen)),
  constraint promotion_opened check ((state = 'draft') = (opened_at is null) and (state = 'closed') = (closed_at is not null))
);
create index promotion_automatic on promotion (valid_from) where state = 'open' and automatic;
create index promotion_organization on promotion (organization_id);

-- funder is generated, which a trigger does not see yet; it follows from columns that are compared.
create function refuse_other_terms() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' and (to_jsonb(new) - '{state,closed_at,uses,spent_fen,funder}'::text[])
      is distinct from (to_jsonb(old) - '{state,closed_at,uses,spent_fen,funder}'::text[]) then
    raise exception 'what promotion % promises is not changed once it is open', old.code;
  end if;
  if (old.state, new.state) in (('open', 'draft'), ('closed', 'draft'), ('closed', 'open'), ('draft', 'closed')) then
    raise exception 'promotion % does not go from % to %', old.code, old.state, new.state;
  end if;
  return new;
end $$;
create trigger promotion_terms_stand before update on promotion for each row execute function refuse_other_terms();
`;

const uses = `
create table promotion_use (
  promotion_id uuid not null references promotion,
  order_id uuid not null,
  -- Of a signed-in buyer his account, of a visitor a token of his phone.
  buyer_key text not null,
  fen bigint not null check (fen > 0),
  -- honoured: paid late, when the promotion had none left; the price once said holds, beyond the count.
  state text not null check (state in ('held', 'used', 'released', 'honoured')),
  held_at timestamptz not null,
  ended_at timestamptz,
  primary key (promotion_id, order_id),
  check ((state = 'held') = (ended_at is null))
);
create index promotion_use_order on promotion_use (order_id);
create index promotion_use_buyer on promotion_use (promotion_id, buyer_key) where state <> 'released';
`;
