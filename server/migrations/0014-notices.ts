import { Migration } from '@mikro-orm/migrations';

/**
 * Notices and the messages that carry them. A notice is what one reader is told of one piece of news, and whether he has
 * read it; a message is the text or mail that takes it to him, from being written until it was sent or given up. A piece
 * of news that comes twice meets the unique index and tells nobody twice. An address is kept as a token that only the
 * field key opens, and no longer than it is needed. What a demo kept so far held addresses in the clear: it goes.
 */
export class Notices extends Migration {
  override up(): void {
    this.addSql(notices);
    this.addSql(messages);
    this.addSql(preferences);
  }
}

const notices = `
create table notice (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  -- \`topic:key\` of the news it tells.
  news text not null,
  kind text not null,
  -- The reader: an account, the phone of a guest's order, or a household.
  user_id text references user_account on delete cascade,
  order_id uuid references trade_order,
  household_id uuid references household,
  facts jsonb not null,
  -- The page of ours it is about.
  page text check (page like '/%' and page not like '//%'),
  at timestamptz not null,
  read_at timestamptz,
  constraint notice_one_reader check (num_nonnulls(user_id, order_id, household_id) = 1),
  constraint notice_told_once unique nulls not distinct (news, kind, user_id, order_id, household_id)
);
create index notice_of_account on notice (user_id, at desc, id desc) where user_id is not null;
create index notice_unread on notice (user_id, kind) where read_at is null and user_id is not null;
create index notice_order on notice (order_id) where order_id is not null;
create index notice_household on notice (household_id) where household_id is not null;
create index notice_at on notice (at);
`;

const messages = `
delete from message;
alter table message rename column read_at to shown_at;
alter table message
  drop column recipient,
  -- Null: one that was sent while its reader waited for it, such as a code.
  add notice_id uuid references notice on delete cascade,
  add recipient_token text,
  add recipient_masked text not null,
  add subject text,
  add words text not null,
  add state text not null check (state in ('waiting', 'sending', 'sent', 'given-up', 'not-sent')),
  add tries int not null default 0 check (tries >= 0),
  -- When it is tried, or taken from a sender who was cut off.
  add next_try_at timestamptz,
  add last_error text,
  add sent_at timestamptz,
  add constraint message_once_per_channel unique (notice_id, channel),
  add constraint message_subject check ((channel = 'mail') = (subject is not null)),
  add constraint message_due check ((state in ('waiting', 'sending')) = (next_try_at is not null)),
  add constraint message_sent check ((state = 'sent') = (sent_at is not null)),
  add constraint message_address check (recipient_token is not null or state in ('sent', 'given-up', 'not-sent'));
create index message_due on message (next_try_at) where state in ('waiting', 'sending');
create index message_given_up on message (created_at desc, id desc) where state = 'given-up';
create index message_newest on message (created_at desc, id desc);
create index message_with_address on message (created_at) where recipient_token is not null;
`;

const preferences = `
create table notice_preference (
  user_id text primary key references user_account on delete cascade,
  language text not null check (language in ('zh-CN', 'en')),
  -- What no text or mail is wanted about. Orders, payments and household money are always told.
  muted text[] not null default '{}' check (muted <@ array['shipment', 'claim', 'work', 'books']),
  changed_at timestamptz not null
);
`;
