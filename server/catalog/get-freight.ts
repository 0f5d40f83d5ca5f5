import { addDays, businessDayOf } from '#server/kernel/calendar.ts';
import { present } from '#server/kernel/errors.ts';
import { type Ctx, rowsOf, sql } from '#server/platform/index.ts';
import { type DatedRate, type FreightView, freightZones } from './contract.ts';
import { ownSeller } from './own-seller.ts';

const PAST_SHOWN = 5;
const COMING_SHOWN = 20;

/** What the clerk's seller asks for freight, zone by zone: now, before, and what was set for days to come. */
export async function getFreight(ctx: Ctx): Promise<FreightView> {
  const seller = await ownSeller(ctx);
  const today = businessDayOf(ctx.now);
  const rates = await rowsOf<DatedRate & { own: boolean }>(
    ctx,
    sql`select zone, valid_from::text as "validFrom", first_grams as "firstGrams", first_fen as "firstFen",
          step_grams as "stepGrams", step_fen as "stepFen", free_from_fen as "freeFromFen",
          ships_perishable as "shipsPerishable", own
        from (
          select *, organization_id is not null as own,
            row_number() over (partition by zone, organization_id, valid_from > ${today}::date
              order by abs(valid_from - ${today}::date)) as nearness
          from freight_rate where organization_id = ${seller.id} or organization_id is null
        ) as rate
        where nearness <= case when valid_from > ${today}::date then ${COMING_SHOWN}::int else ${PAST_SHOWN + 1}::int end
        order by own desc, valid_from desc`,
  );
  const provinces = await rowsOf<{ zone: string; codes: string[] }>(
    ctx,
    sql`select zone, array_agg(province_code order by province_code) as codes from freight_zone group by zone`,
  );
  const zones = freightZones.map((zone) => {
    const ofZone = rates.filter((rate) => rate.zone === zone);
    const own = ofZone.filter((rate) => rate.own);
    const begun = ofZone.filter(({ validFrom }) => validFrom <= today);
    const now = present(begun[0], `a freight rate for ${zone}`);
    return {
      zone,
      provinceCodes: provinces.find((group) => group.zone === zone)?.codes ?? [],
      now,
      own: now.own,
      coming: own.filter(({ validFrom }) => validFrom > today).reverse(),
      past: own.filter((rate) => rate.validFrom <= today && rate !== now),
    };
  });
  return { seller: seller.name, today, tomorrow: addDays(today, 1), zones };
}
