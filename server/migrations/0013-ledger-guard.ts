import { Migration } from '@mikro-orm/migrations';

/**
 * A ledger nobody can rewrite. The application works as `qixiao_app`, which owns nothing: what has been written down it
 * can read and add to, never change. What is append-only is told by its trigger alone; grants and the refusal to
 * truncate follow from it, for tables of later migrations too. A month that was closed stays closed: its trial balance
 * is kept, chained to the month before by its hash, and no entry may be dated into it any more.
 */
export class LedgerGuard extends Migration {
  override up(): void {
    this.addSql(role);
    this.addSql(guard);
    this.addSql(periods);
  }
}

const role = `
-- Made here unless the launcher or an administrator made it. Who migrates may lack the right to; then there is no such
-- role, and whoever runs the service decides as whom it connects.
do $$ begin
  if not exists (select from pg_roles where rolname = 'qixiao_app') then
    create role qixiao_app nologin nosuperuser nocreatedb nocreaterole;
  end if;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then raise notice 'no right to create the role qixiao_app';
end $$;

create schema if not exists jobs;
`;

const guard = `
-- Tables with a trigger that refuses both update and delete (bits 16 and 8 of its type), with the other kinds besides.
create view guarded_table as
select class.oid::regclass as name, bool_or(tgtype & 16 > 0) as keeps_rows_as_they_are, bool_or(tgtype & 8 > 0) as keeps_rows
from pg_trigger join pg_class class on class.oid = tgrelid
where tgfoid = 'refuse_change'::regproc and not tgisinternal and class.relnamespace = 'public'::regnamespace
  and tgtype & 24 > 0
group by class.oid;

-- Run at the end of every migrating: gives the application's role what it may do, on every table there is by then.
create function grant_to_application() returns void language plpgsql as $$
declare
  guarded record;
  owned record;
begin
  for guarded in select name from guarded_table where keeps_rows_as_they_are loop
    execute format('create or replace trigger refuse_truncate before truncate on %s execute function refuse_change()', guarded.name);
  end loop;

  if not exists (select from pg_roles where rolname = 'qixiao_app') then return; end if;

  grant usage on schema public to qixiao_app;
  revoke all on all tables in schema public from qixiao_app;
  grant select, insert, update, delete on all tables in schema public to qixiao_app;
  grant usage on all sequences in schema public to qixiao_app;
  for guarded in select * from guarded_table loop
    if guarded.keeps_rows_as_they_are then execute format('revoke update on %s from qixiao_app', guarded.name); end if;
    if guarded.keeps_rows then execute format('revoke delete on %s from qixiao_app', guarded.name); end if;
  end loop;
  if to_regclass('migration') is not null then revoke insert, update, delete on migration from qixiao_app; end if;

  -- The queue makes and changes its own tables, so they are the application's. Names are its own affair; its rows are no books.
  if not pg_has_role(current_user, 'qixiao_app', 'set') then grant qixiao_app to current_user; end if;
  grant create on schema public to qixiao_app;
  alter schema jobs owner to qixiao_app;
  for owned in
    select format('alter table %s owner to qixiao_app', oid::regclass) as statement from pg_class
      where relnamespace = 'jobs'::regnamespace and relkind in ('r', 'p')
    union all
    select format('alter routine %s owner to qixiao_app', oid::regprocedure) from pg_proc where pronamespace = 'jobs'::regnamespace
    union all
    select format('alter type %s owner to qixiao_app', oid::regtype) from pg_type
      where typnamespace = 'jobs'::regnamespace and typtype = 'e'
  loop
    execute owned.statement;
  end loop;
  revoke create on schema public from qixiao_app;
end $$;
`;

const periods = `
create table accounting_period (
  month text primary key check (month ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
  starts_at timestamptz not null unique,
  ends_at timestamptz not null unique,
  closed_at timestamptz not null,
  closed_by text,
  -- One row per kind of account: opening, debit, credit, closing, and how many postings.
  balance jsonb not null,
  previous_hash text not null,
  hash text not null unique,
  check (starts_at = (month || '-01')::timestamp at time zone 'Asia/Shanghai'),
  check (ends_at = ((month || '-01')::timestamp + interval '1 month') at time zone 'Asia/Shanghai'),
  check (closed_at >= ends_at),
  check (hash = encode(sha256(convert_to(previous_hash || ' ' || month || ' ' || balance::text, 'UTF8')), 'hex'))
);
create trigger accounting_period_append_only before update or delete on accounting_period for each row execute function refuse_change();

-- Months are closed in their order, without a gap; the first is the one of the first entry.
create function check_period_follows() returns trigger language plpgsql as $$
declare
  last accounting_period;
begin
  select * into last from accounting_period order by starts_at desc limit 1;
  if last.month is null then
    if new.previous_hash <> '' or exists (select from entry where at < new.starts_at) then
      raise exception 'months before % are still open', new.month using errcode = 'restrict_violation';
    end if;
  elsif new.starts_at <> last.ends_at or new.previous_hash <> last.hash then
    raise exception '% does not follow %, the last closed month', new.month, last.month using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger accounting_period_follows before insert on accounting_period for each row execute function check_period_follows();

-- Who posts shares a lock on his month until he commits; who closes it takes it alone, so nothing slips in between.
create function lock_month(month text, alone boolean) returns void language plpgsql as $$
begin
  if alone then
    perform pg_advisory_xact_lock(7107013, replace(month, '-', '')::int);
  else
    perform pg_advisory_xact_lock_shared(7107013, replace(month, '-', '')::int);
  end if;
end $$;

create function refuse_closed_period() returns trigger language plpgsql as $$
begin
  perform lock_month(to_char(new.at at time zone 'Asia/Shanghai', 'YYYY-MM'), false);
  if exists (select from accounting_period where ends_at > new.at) then
    raise exception 'the books of % are closed; correct by an entry of today',
      to_char(new.at at time zone 'Asia/Shanghai', 'YYYY-MM') using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger entry_period_open before insert on entry for each row execute function refuse_closed_period();
`;
