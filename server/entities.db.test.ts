import { expect, test } from 'vitest';
import { sql } from '#server/platform/index.ts';
import { openWorld } from '#server/testing/index.ts';

type Column = { table: string; column: string; nullable: boolean };

test('every property of every entity has its column, and may be empty just where the column may', async () => {
  await using world = await openWorld({ poolMax: 2 });
  const columns = await world.rows<Column>(
    sql`select table_name as table, column_name as column, is_nullable = 'YES' as nullable
        from information_schema.columns where table_schema = 'public'`,
  );

  const stated = [...world.orm.getMetadata().getAll().values()].flatMap((entity) =>
    entity.props.flatMap((property) =>
      (property.fieldNames ?? []).map((column) => ({
        table: entity.tableName,
        column,
        nullable: property.nullable === true,
      })),
    ),
  );

  expect(stated.length).toBeGreaterThan(80);
  const key = ({ table, column, nullable }: Column) => `${table}.${column} ${nullable ? 'null' : 'not null'}`;
  const there = new Set(columns.map(key));
  expect(stated.map(key).filter((one) => !there.has(one))).toEqual([]);
});
