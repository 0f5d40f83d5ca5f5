import { isBankCardNumber } from '#server/kernel/codes.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { maskName } from '#server/kernel/masking.ts';
import { authorize, type Ctx, purge, recordChange, rowOf, run, sql, transact } from '#server/platform/index.ts';
import { seal, sealAlike } from '#server/platform/sealed.ts';

export type RegisterHousehold = {
  /** The public number on its page and labels: `NP-0042`. */
  code: string;
  villageCode: string;
  /** The head's full name. */
  name: string;
  phone: string | null;
  bankCard: string | null;
  /** Made up for the sample world. */
  sample?: boolean;
};

const CARD_TAIL = 4;

/**
 * Registers a household of a village. Phone and card are sealed before they are written; of the card its last four
 * digits stay readable, and the trail says that there is one, never which. Refuses a number that cannot be a bank card.
 */
export async function registerHousehold(ctx: Ctx, input: RegisterHousehold): Promise<{ id: string }> {
  authorize(ctx, 'households.register', { area: input.villageCode });
  const { code, villageCode, name, phone, bankCard } = input;
  if (bankCard !== null && !isBankCardNumber(bankCard)) throw new DomainError('invalid', 'households.bank-card');
  return transact(ctx, async (tx) => {
    const village = await rowOf(tx, sql`select code from region where code = ${villageCode} and level = 'village'`);
    if (!village) throw new DomainError('not-found', 'places.region-unknown', { code: villageCode });
    const id = uuidv7(tx.now);
    const registered = await run(
      tx,
      sql`insert into household (id, code, village_code, name, masked_name, phone_sealed, phone_token,
            bank_card_sealed, bank_card_tail, sample)
          values (${id}, ${code}, ${villageCode}, ${name}, ${maskName(name)}, ${phone && seal(phone)},
            ${phone && sealAlike(phone)}, ${bankCard && seal(bankCard)}, ${bankCard?.slice(-CARD_TAIL) ?? null}, ${input.sample ?? false})
          on conflict (code) do nothing`,
    );
    if (registered === 0) throw new DomainError('conflict', 'households.code-taken', { code });
    const after = { code, villageCode, phone: phone !== null, bankCard: bankCard !== null };
    await recordChange(tx, { subject: 'household', subjectId: id, what: 'registered', after });
    await purge(tx, [`village:${villageCode}`]);
    return { id };
  });
}
