import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

const role = 'qixiao_app';
const passwordName = 'app-password';

/**
 * The role web and worker connect as: it owns nothing, and what it may do the migrations say. Made at the first start,
 * its password kept beside the owner's. Returns the address to connect to as it.
 */
export async function applicationUrl(ownerUrl: string, home: string): Promise<string> {
  const file = join(home, passwordName);
  const isNew = !existsSync(file);
  if (isNew) writeFileSync(file, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  const password = readFileSync(file, 'utf8').trim();
  await makeRole(ownerUrl, password, isNew);
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

async function makeRole(ownerUrl: string, password: string, isNew: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select rolcanlogin from pg_roles where rolname = $1', [role]);
    if (rows[0]?.rolcanlogin && !isNew) return;
    const verb = rows[0] ? 'alter' : 'create';
    await client.query(
      `${verb} role ${role} login nosuperuser nocreatedb nocreaterole password ${client.escapeLiteral(password)}`,
    );
  } finally {
    await client.end();
  }
}
