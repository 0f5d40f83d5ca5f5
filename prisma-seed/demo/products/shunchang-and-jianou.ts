import { both } from '#seed/bilingual.ts';
import { pack, type SampleProduct } from './sample-product.ts';

const fushi = { organization: 'fushi-citrus', family: 'citrus' } as const;
const honey = { organization: 'fushi-citrus', family: 'honey' } as const;
const dali = { organization: 'dali-bamboo-fungus' } as const;
const chuanshi = { organization: 'chuanshi-chestnut' } as const;

export const shunchangAndJianouProducts: readonly SampleProduct[] = [
  {
    ...fushi,
    slug: 'shunchang-ponkan',
    name: both('顺昌芦柑', 'Shunchang ponkan'),
    description: both(
      '仁寿镇富石一带的芦柑，十一月起采。皮松好剥，汁多。现采现发，个别果面有风疤，不影响吃。',
      'Ponkan from around Fushi in Renshou Town, picked from November. Loose skin, plenty of juice. Shipped as picked; a wind scar on the skin does the fruit no harm.',
    ),
    packs: [
      pack('shunchang-ponkan-5kg', both('5公斤 一箱', '5 kg box'), { 'shunchang-ponkan': 5000 }, 42, 4.5, 5500),
      pack('shunchang-ponkan-2500g', both('2.5公斤 一箱', '2.5 kg box'), { 'shunchang-ponkan': 2500 }, 24.9, 3.5, 2850),
      pack('shunchang-ponkan-10kg', both('10公斤 一箱', '10 kg box'), { 'shunchang-ponkan': 10_000 }, 78, 7, 10_800),
    ],
  },
  {
    ...fushi,
    slug: 'shunchang-ponkan-large',
    name: both('顺昌芦柑 大果', 'Shunchang ponkan, large fruit'),
    description: both(
      '同一片果园里挑出来的大果，单个套网，适合送人。',
      'The larger fruit of the same orchards, each in a net sleeve, fit for a gift.',
    ),
    packs: [
      pack('shunchang-ponkan-large-5kg', both('5公斤 一箱', '5 kg box'), { 'shunchang-ponkan': 5000 }, 49, 6.5, 5700),
    ],
  },
  {
    ...honey,
    slug: 'shunchang-honey',
    name: both('顺昌蜂蜜', 'Shunchang honey'),
    description: both(
      '山里人家的蜂，夏天取蜜，滤净装瓶，不加糖、不浓缩。天冷会结晶，温水泡一泡就化开。',
      'Honey from bees kept in the hills, taken in summer, strained and bottled, nothing added or boiled off. It sets in the cold and clears in warm water.',
    ),
    packs: [
      pack('shunchang-honey-500g', both('500克 玻璃瓶', '500 g glass jar'), { 'shunchang-honey': 500 }, 58, 3.5, 780),
      pack('shunchang-honey-250g', both('250克 玻璃瓶', '250 g glass jar'), { 'shunchang-honey': 250 }, 32, 3, 430),
      pack('shunchang-honey-1kg', both('1公斤 玻璃瓶', '1 kg glass jar'), { 'shunchang-honey': 1000 }, 112, 4.5, 1450),
    ],
  },
  {
    ...honey,
    slug: 'shunchang-honey-bucket',
    name: both('顺昌蜂蜜 家庭桶', 'Shunchang honey, family pail'),
    description: both(
      '2.5公斤食品级塑料桶，一家人吃大半年。',
      'A food-grade pail of 2.5 kg, enough for a family for most of a year.',
    ),
    packs: [
      pack('shunchang-honey-2500g', both('2.5公斤 桶装', '2.5 kg pail'), { 'shunchang-honey': 2500 }, 256, 12, 2800),
    ],
  },
  {
    ...fushi,
    slug: 'fushi-orchard-box',
    family: 'gift-box',
    name: both('富石果蜜礼盒', 'Fushi gift box, fruit and honey'),
    description: both(
      '一箱芦柑配一瓶蜂蜜，柑皮洗净切丝，用蜜泡水正好。',
      'A box of ponkan and a jar of honey; the peel, washed and sliced, is good in honey water.',
    ),
    packs: [
      pack(
        'fushi-orchard-box-2750g',
        both('芦柑2.5公斤＋蜂蜜250克', 'ponkan 2.5 kg + honey 250 g'),
        { 'shunchang-ponkan': 2500, 'shunchang-honey': 250 },
        62,
        9,
        3500,
      ),
    ],
  },
  {
    ...dali,
    slug: 'dali-bamboo-fungus',
    family: 'bamboo-fungus',
    name: both('大历竹荪', 'Dali bamboo fungus'),
    description: both(
      '顺昌是“中国竹荪之乡”。清早采、当天烘干，淡盐水泡十分钟，去掉菌盖再下汤。',
      'Shunchang is China’s home of bamboo fungus. Picked at dawn and dried the same day; soak ten minutes in lightly salted water and drop the cap before it goes into soup.',
    ),
    packs: [
      pack('dali-bamboo-fungus-50g', both('50克', '50 g'), { 'dali-bamboo-fungus': 50 }, 17.8, 2, 90),
      pack('dali-bamboo-fungus-100g', both('100克', '100 g'), { 'dali-bamboo-fungus': 100 }, 34, 3, 160),
    ],
  },
  {
    ...dali,
    slug: 'dali-bamboo-fungus-bulk',
    family: 'bamboo-fungus',
    name: both('大历竹荪 餐馆装', 'Dali bamboo fungus, kitchen bag'),
    description: both(
      '500克大袋，长短都有，食堂、餐馆用着实惠。',
      'A 500 g bag of mixed lengths, for canteens and restaurants.',
    ),
    packs: [pack('dali-bamboo-fungus-500g', both('500克', '500 g'), { 'dali-bamboo-fungus': 500 }, 156, 5, 620)],
  },
  {
    ...dali,
    slug: 'shunchang-dried-bamboo-shoot',
    family: 'bamboo-shoot',
    name: both('顺昌笋干', 'Shunchang dried bamboo shoots'),
    description: both(
      '三四月的春笋，煮透、压榨、晒干，不用硫磺熏。温水泡一夜，炖肉最香。',
      'Spring shoots boiled through, pressed and sun-dried without sulphur. Soak overnight in warm water; best stewed with pork.',
    ),
    packs: [
      pack('shunchang-dried-bamboo-shoot-250g', both('250克', '250 g'), { 'dried-bamboo-shoot': 250 }, 20.8, 1.8, 290),
      pack('shunchang-dried-bamboo-shoot-500g', both('500克', '500 g'), { 'dried-bamboo-shoot': 500 }, 39, 2.5, 560),
    ],
  },
  {
    ...dali,
    slug: 'dali-soup-box',
    family: 'gift-box',
    name: both('大历煲汤礼盒', 'Dali soup gift box'),
    description: both(
      '竹荪和笋干，两样干货够煲四五锅汤。',
      'Bamboo fungus and dried shoots, enough for four or five pots of soup.',
    ),
    packs: [
      pack(
        'dali-soup-box-460g',
        both('竹荪60克＋笋干400克', 'bamboo fungus 60 g + shoots 400 g'),
        { 'dali-bamboo-fungus': 60, 'dried-bamboo-shoot': 400 },
        52,
        9,
        760,
      ),
    ],
  },
  {
    ...chuanshi,
    slug: 'jianou-chestnut',
    family: 'chestnut',
    name: both('建瓯锥栗 冷冻', "Jian'ou chinkapin chestnut, frozen"),
    description: both(
      '川石、水源的锥栗，九月落果，水选后带壳冷冻，一年四季都有。',
      'Chestnuts of Chuanshi and Shuiyuan that fall in September, sorted in water and frozen in the shell, so there are some all year.',
    ),
    packs: [
      pack('jianou-chestnut-1kg', both('1公斤', '1 kg'), { 'jianou-chestnut': 1000 }, 28.8, 3.5, 1300),
      pack('jianou-chestnut-2500g', both('2.5公斤 网袋', '2.5 kg net bag'), { 'jianou-chestnut': 2500 }, 66, 6, 3000),
    ],
  },
  {
    ...chuanshi,
    slug: 'jianou-winter-bamboo-shoot',
    family: 'bamboo-shoot',
    name: both('建瓯鲜冬笋', "Jian'ou fresh winter bamboo shoots"),
    description: both(
      '十一月到来年二月，从毛竹林里一颗一颗挖。带泥带壳发货，到了放阴凉处。',
      'Dug one by one in the bamboo groves from November to February. Shipped in husk and soil; keep them cool when they arrive.',
    ),
    packs: [
      pack('jianou-winter-bamboo-shoot-2kg', both('2公斤', '2 kg'), { 'winter-bamboo-shoot': 2000 }, 72, 5, 2400),
      pack('jianou-winter-bamboo-shoot-5kg', both('5公斤', '5 kg'), { 'winter-bamboo-shoot': 5000 }, 172, 8, 5600),
    ],
  },
  {
    ...chuanshi,
    slug: 'jianou-dried-bamboo-shoot',
    family: 'bamboo-shoot',
    name: both('建瓯笋干', "Jian'ou dried bamboo shoots"),
    description: both(
      '房道、东游的春笋晒成，片大肉厚。',
      'Spring shoots of Fangdao and Dongyou, dried in large, thick slices.',
    ),
    packs: [
      pack('jianou-dried-bamboo-shoot-250g', both('250克', '250 g'), { 'dried-bamboo-shoot': 250 }, 21.8, 1.8, 290),
      pack('jianou-dried-bamboo-shoot-500g', both('500克', '500 g'), { 'dried-bamboo-shoot': 500 }, 40, 2.5, 560),
    ],
  },
  {
    ...chuanshi,
    slug: 'jianou-navel-orange',
    family: 'citrus',
    name: both('建瓯脐橙', "Jian'ou navel orange"),
    description: both(
      '小桥、南雅的脐橙，十一月开园，树上熟了再采。',
      'Navel oranges of Xiaoqiao and Nanya, picked ripe from the tree from November.',
    ),
    packs: [
      pack('jianou-navel-orange-5kg', both('5公斤 一箱', '5 kg box'), { 'jianou-navel-orange': 5000 }, 46, 4.5, 5500),
      pack(
        'jianou-navel-orange-10kg',
        both('10公斤 一箱', '10 kg box'),
        { 'jianou-navel-orange': 10_000 },
        88,
        7,
        10_800,
      ),
    ],
  },
  {
    ...chuanshi,
    slug: 'jianou-navel-orange-small',
    family: 'citrus',
    name: both('建瓯脐橙 小箱', "Jian'ou navel orange, small box"),
    description: both('2.5公斤小箱，一个人吃也不会放坏。', 'A box of 2.5 kg that one person can finish in time.'),
    packs: [
      pack(
        'jianou-navel-orange-2500g',
        both('2.5公斤 一箱', '2.5 kg box'),
        { 'jianou-navel-orange': 2500 },
        26.8,
        3.5,
        2850,
      ),
    ],
  },
];
