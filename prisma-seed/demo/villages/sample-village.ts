import { type Bilingual, both } from '#seed/bilingual.ts';

/** A real village of Nanping by the state table of 2023. What it supplies in the demo world is a sample. */
export type SampleVillage = {
  /** Twelve digits; the first nine are the township, the first six the county. */
  code: string;
  townshipCode: string;
  name: Bilingual;
  /** One sentence of public fact, where there is one. */
  about: Bilingual | null;
  /** Codes of the produce its sample households make. */
  supplies: readonly string[];
};

export function village(
  code: string,
  chinese: string,
  pinyin: string,
  supplies: readonly string[],
  about: Bilingual | null = null,
): SampleVillage {
  return { code, townshipCode: code.slice(0, 9), name: both(chinese, `${pinyin} Village`), about, supplies };
}
