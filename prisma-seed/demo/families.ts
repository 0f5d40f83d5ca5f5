import { type Bilingual, both } from '#seed/bilingual.ts';

/** The kinds a shopper looks for, in the order of the shelf; each has its own illustration. */
export const families = {
  'rock-tea': both('岩茶', 'Rock tea'),
  'black-tea': both('红茶', 'Black tea'),
  'white-tea': both('白茶', 'White tea'),
  'green-tea': both('绿茶', 'Green tea'),
  honey: both('蜂蜜', 'Honey'),
  citrus: both('柑橘', 'Citrus'),
  rice: both('大米', 'Rice'),
  coix: both('薏米', 'Coix seed'),
  chestnut: both('锥栗', 'Chinkapin chestnut'),
  'bamboo-fungus': both('竹荪', 'Bamboo fungus'),
  'red-mushroom': both('红菇', 'Red mushroom'),
  'bamboo-shoot': both('竹笋', 'Bamboo shoots'),
  'lotus-seed': both('莲子', 'Lotus seed'),
  'brown-sugar': both('红糖', 'Brown sugar'),
  osmanthus: both('桂花', 'Osmanthus'),
  eggs: both('土鸡蛋', 'Free-range eggs'),
  chicken: both('土鸡', 'Free-range chicken'),
  lily: both('百合花', 'Lily flowers'),
  'jian-ware': both('建盏', 'Jian ware'),
  'gift-box': both('礼盒', 'Gift boxes'),
} as const satisfies Record<string, Bilingual>;

export type Family = keyof typeof families;
export const familyKeys = Object.keys(families) as Family[];
