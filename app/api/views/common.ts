import { z } from 'zod';
import type { MakeUp } from '#server/kernel/make-up.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';

/** Schemas of the API that have a name, and so a place of their own in the document. */
export const named = z.registry<{ id: string }>();

/** An amount of money. The brand is the trade's; outside it is a number. */
export function fenSchema(description = 'Money in fen: 100 fen are one yuan.') {
  return z.int().meta({ description }) as unknown as z.ZodType<Fen>;
}

export function instantSchema(description: string) {
  return z.iso.datetime().meta({ description });
}

export function daySchema(description: string) {
  return z.iso.date().meta({ description: `${description} A day in Asia/Shanghai.` });
}

export const localizedText = z
  .object({ 'zh-CN': z.string(), en: z.string().optional() })
  .meta({ description: 'A text in the languages it was written in. Chinese is always there.' })
  .register(named, { id: 'LocalizedText' }) satisfies z.ZodType<LocalizedText>;

export const place = z
  .object({
    code: z
      .string()
      .meta({ description: 'Administrative division code: 6 digits a county, 9 a township, 12 a village.' }),
    name: localizedText,
  })
  .register(named, { id: 'Place' });

export const makeUp = z
  .object({
    household: fenSchema('Fen for the households that grew it.'),
    seller: fenSchema('Fen for the cooperative or enterprise.'),
    packing: fenSchema('Fen for packing.'),
    freight: fenSchema('Fen for the carrier.'),
    platform: fenSchema('Fen for the platform.'),
  })
  .meta({ description: 'Who gets a price. The five parts add up to it, to the fen.' })
  .register(named, { id: 'MakeUp' }) satisfies z.ZodType<MakeUp>;

export const baseUnit = z
  .enum(['gram', 'piece'])
  .meta({ description: 'What quantities of this produce count: grams or pieces.' });

export const quantity = z.int().meta({ description: 'In base units: grams, or pieces.' });
