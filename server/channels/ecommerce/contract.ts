import type { ChannelCode } from '#server/kernel/channel.ts';
import type { MakeUp } from '#server/kernel/make-up.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { BaseUnit } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';

/** A place as a reader sees it: 顺昌县 · 富石村, each with the page it leads to. */
export type PlaceView = { code: string; name: LocalizedText };

/** Left in stock, said only when it matters: `plenty` hides the number. */
export type StockView = { state: 'plenty' } | { state: 'scarce'; packs: number } | { state: 'none' };

/** A product on a shelf. */
export type ProductCard = {
  slug: string;
  name: LocalizedText;
  family: string;
  seller: LocalizedText;
  county: PlaceView;
  /** The village most of the stock comes from; null when several counties are mixed. */
  village: PlaceView | null;
  pack: { name: LocalizedText; price: Fen; packs: number };
  /** Fen per jin for goods by weight; null for pieces and gift sets. */
  pricePerJin: Fen | null;
  /** What the household gets of this pack's price, at the agreed price of the lot sold next; null when sold out. */
  household: Fen | null;
  inSeason: boolean;
  stock: StockView;
};

export type FacetValue = { value: string; name: LocalizedText; count: number };

export const productSorts = ['new', 'price-up', 'price-down', 'household'] as const;
export type ProductSort = (typeof productSorts)[number];

/** What may stand in the address of the product list; anything else in it is ignored. */
export type ProductFilter = {
  words: string;
  county: string | null;
  family: string | null;
  inSeason: boolean;
  priceMin: Fen | null;
  priceMax: Fen | null;
  sort: ProductSort;
  page: number;
};

export const PRODUCTS_PER_PAGE = 24;

export type ProductListView = {
  filter: ProductFilter;
  total: number;
  pages: number;
  products: ProductCard[];
  counties: FacetValue[];
  families: FacetValue[];
};

/** One household behind the stock: masked, with the lot and the harvest day. */
export type HouseholdShareView = {
  household: { code: string; maskedName: string };
  village: PlaceView;
  lotCode: string;
  harvestedOn: string;
  bestBefore: string;
  /** Part of what is left of this lot that is this household's, 0 to 1. */
  part: number;
};

export type PackView = {
  code: string;
  id: string;
  name: LocalizedText;
  price: Fen;
  pricePerJin: Fen | null;
  /** Of a pack sold by weight the least it may weigh; the price is for what it contains, the most. Null of a fixed weight. */
  leastGrams: number | null;
  contents: { produce: LocalizedText; quantity: number; baseUnit: BaseUnit }[];
  stock: StockView;
  /** At the agreed price of the lot sold next; freight is not in a pack's price and is zero here. */
  makeUp: MakeUp | null;
};

export type ProductView = {
  slug: string;
  name: LocalizedText;
  description: LocalizedText;
  family: { code: string; name: LocalizedText };
  seller: {
    code: string;
    name: LocalizedText;
    intro: LocalizedText | null;
    creditCode: string | null;
    sample: boolean;
  };
  county: PlaceView;
  origin: PlaceView | null;
  packs: PackView[];
  /** What is sold next, earliest best-before first. */
  shares: HouseholdShareView[];
  householdCount: number;
  seasonMonths: number[];
  inSeason: boolean;
  perishable: boolean;
  shelfDays: number;
  storage: LocalizedText;
  geographicalIndication: string | null;
  certificateNumber: string | null;
  certificateNeeded: boolean;
  mode: 'consign' | 'pack_and_sell' | 'buyout' | null;
  alsoFromHere: ProductCard[];
};

export type HomeView = {
  inSeason: ProductCard[];
  fresh: ProductCard[];
  /** Distinct households that earned from a paid order since Monday, and since the shop opened. */
  householdsThisWeek: number;
  householdsEver: number;
  householdFenEver: Fen;
  ordersEver: number;
  channels: ChannelDoorView[];
  counties: { code: string; name: LocalizedText; products: number; households: number }[];
  recent: { village: PlaceView; household: string; product: LocalizedText; fen: Fen; at: string }[];
};

export type ChannelDoorView = { code: ChannelCode; character: string; open: boolean; href: string | null };

/** What the code on a jar opens: where it comes from, whose it is, who packed it, and who gets the money. */
export type TraceView = {
  lotCode: string;
  produce: { code: string; name: LocalizedText; family: string; baseUnit: BaseUnit };
  seller: { code: string; name: LocalizedText; sample: boolean };
  location: { name: LocalizedText; region: PlaceView };
  county: PlaceView;
  mode: 'consign' | 'pack_and_sell' | 'buyout';
  harvestedOn: string;
  bestBefore: string;
  receivedAt: string;
  certificateNumber: string | null;
  geographicalIndication: string | null;
  received: number;
  sold: number;
  households: {
    code: string;
    maskedName: string;
    village: PlaceView;
    received: number;
    part: number;
    agreedPrice: Fen;
    earned: Fen;
    story: LocalizedText | null;
  }[];
  /** The bar of the first pack on sale made of this produce alone. */
  example: { product: LocalizedText; slug: string; pack: LocalizedText; price: Fen; makeUp: MakeUp } | null;
  steps: {
    at: string;
    kind: 'harvested' | 'received' | 'certified' | 'first-sold' | 'last-sold';
    place: LocalizedText | null;
  }[];
  products: ProductCard[];
};

export type HouseholdView = {
  code: string;
  maskedName: string;
  village: PlaceView;
  township: PlaceView;
  county: PlaceView;
  story: LocalizedText | null;
  produces: { name: LocalizedText; family: string }[];
  lots: {
    code: string;
    produce: LocalizedText;
    harvestedOn: string;
    received: number;
    baseUnit: BaseUnit;
    left: number;
  }[];
  ordersReached: number;
  products: ProductCard[];
  sample: boolean;
};

export type VillageView = {
  code: string;
  name: LocalizedText;
  intro: LocalizedText | null;
  township: PlaceView;
  county: PlaceView;
  households: { code: string; maskedName: string; produces: LocalizedText[] }[];
  householdFenEver: Fen;
  ordersReached: number;
  products: ProductCard[];
};

export type CountyView = {
  code: string;
  name: LocalizedText;
  townships: number;
  villages: { code: string; name: LocalizedText; township: LocalizedText; households: number }[];
  families: FacetValue[];
  products: ProductCard[];
  productTotal: number;
};

/** True numbers the public may see. */
export type FiguresView = {
  asOf: string;
  orders: number;
  goods: Fen;
  household: Fen;
  households: number;
  villages: number;
  makeUp: MakeUp;
  counties: { code: string; name: LocalizedText; household: Fen; households: number }[];
  channels: { code: ChannelCode; orders: number; household: Fen }[];
};
