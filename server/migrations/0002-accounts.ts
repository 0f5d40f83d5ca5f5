import { Migration } from '@mikro-orm/migrations';

/**
 * People: who can sign in (the tables better-auth reads and writes, named and spelled our way), what they may do where
 * (memberships), how often they tried, and what was sent to them. A phone is kept as a token that only the field key
 * opens; equal phones have equal tokens, so it can be unique and looked up.
 */
export class Accounts extends Migration {
  override up(): void {
    this.addSql(identity);
    this.addSql(memberships);
    this.addSql(messages);
  }
}

const identity = `
create table user_account (
  id text primary key,
  name text not null check (length(name) between 1 and 200),
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  phone_token text unique,
  phone_verified boolean,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  persona text unique check (persona ~ '^[a-z0-9-]{2,60}$')
);

create table user_session (
  id text primary key,
  user_id text not null references user_account on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index user_session_user on user_session (user_id);
create index user_session_expiry on user_session (expires_at);

create table user_credential (
  id text primary key,
  user_id text not null references user_account on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index user_credential_user on user_credential (user_id);

create table user_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index user_verification_identifier on user_verification (identifier);

create table rate_limit (
  key text primary key,
  tries int not null,
  until timestamptz not null
);
create index rate_limit_until on rate_limit (until);
`;

const memberships = `
create table membership (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  user_id text not null references user_account on delete cascade,
  role text not null,
  organization_id uuid references organization,
  area text references region,
  until date,
  unique nulls not distinct (user_id, role, organization_id, area),
  -- A role holds in one organization, in one area, anywhere, or for the person alone: never more than it says.
  constraint membership_bounds check (case role
    when 'clerk' then organization_id is not null and area is null
    when 'cashier' then organization_id is not null and area is null
    when 'unit-buyer' then organization_id is not null and area is null
    when 'unit-approver' then organization_id is not null and area is null
    when 'unit-finance' then organization_id is not null and area is null
    when 'union-officer' then organization_id is not null and area is null
    when 'union-member' then organization_id is not null and area is null
    when 'village-helper' then area is not null
    when 'township-office' then area is not null
    when 'county-office' then area is not null
    when 'city-office' then area is not null
    when 'bookkeeper' then organization_id is null and area is null
    when 'administrator' then organization_id is null and area is null
    when 'household' then organization_id is null
    when 'shopper' then organization_id is null and area is null
    else false end)
);
create index membership_organization on membership (organization_id, role);
`;

const messages = `
create table message (
  id uuid primary key default uuidv7(),
  channel text not null check (channel in ('sms', 'mail')),
  recipient text not null,
  language text not null check (language in ('zh-CN', 'en')),
  template text not null,
  params jsonb not null,
  created_at timestamptz not null,
  read_at timestamptz
);
`;
