import { type DrawingFamily, drawingFamilies } from '#app/components/drawings/families.ts';
import { countyCodes } from '#app/components/map/counties.ts';
import { type ProductFilter, type ProductSort, productSorts } from '#server/channels/ecommerce/contract.ts';
import { trimmedText, yuanAsFen } from '#server/kernel/input.ts';
import type { Fen } from '#server/kernel/money.ts';

const WORDS_LENGTH_MAX = 60;
const PRICE_FEN_MAX = 100_000_000;
const PAGES_MAX = 10_000;

const words = trimmedText({ max: WORDS_LENGTH_MAX });
const price = yuanAsFen({ max: PRICE_FEN_MAX });

/** Everything, as the list stands before anybody chose. */
export const everything: ProductFilter = {
  words: '',
  county: null,
  family: null,
  inSeason: false,
  priceMin: null,
  priceMax: null,
  sort: 'new',
  page: 1,
};

/** Reads a filter from an address anybody can write: what makes no sense is as if it were not there. */
export function filterOf(parameters: URLSearchParams): ProductFilter {
  const read = (name: string) => parameters.get(name) ?? '';
  const [priceMin, priceMax] = inOrder(priceOf(read('min')), priceOf(read('max')));
  return {
    words: words.safeParse(read('q').slice(0, WORDS_LENGTH_MAX)).data ?? '',
    county: oneOf(countyCodes, read('county')),
    family: oneOf<DrawingFamily>(drawingFamilies, read('family')),
    inSeason: read('season') === 'now',
    priceMin,
    priceMax,
    sort: oneOf<ProductSort>(productSorts, read('sort')) ?? 'new',
    page: pageOf(read('page')),
  };
}

/** The address of a filtered list; choosing something else starts again at its first page. */
export function listHref(filter: ProductFilter, changes: Partial<ProductFilter> = {}): string {
  const { words, county, family, inSeason, priceMin, priceMax, sort, page } = { ...filter, page: 1, ...changes };
  const chosen: Record<string, string | null> = {
    q: words || null,
    county,
    family,
    season: inSeason ? 'now' : null,
    min: yuanTyped(priceMin),
    max: yuanTyped(priceMax),
    sort: sort === 'new' ? null : sort,
    page: page > 1 ? String(page) : null,
  };
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(chosen)) {
    if (value !== null) parameters.set(name, value);
  }
  const path = words ? '/search' : '/products';
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

/** An amount as one would type it into the form: `39.9`. */
export function yuanTyped(amount: Fen | null): string | null {
  return amount === null ? null : String(amount / 100);
}

function oneOf<Value extends string>(values: readonly Value[], typed: string): Value | null {
  return values.find((value) => value === typed) ?? null;
}

function priceOf(typed: string): Fen | null {
  if (typed.trim() === '') return null;
  const { data } = price.safeParse(typed);
  return data === undefined ? null : (data as Fen);
}

function inOrder(min: Fen | null, max: Fen | null): [Fen | null, Fen | null] {
  return min !== null && max !== null && min > max ? [max, min] : [min, max];
}

function pageOf(typed: string): number {
  const page = /^\d{1,5}$/.test(typed) ? Number(typed) : 1;
  return Math.min(Math.max(page, 1), PAGES_MAX);
}
