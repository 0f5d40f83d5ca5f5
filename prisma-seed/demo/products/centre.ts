import { both } from '#seed/bilingual.ts';
import { pack, type SampleProduct } from './sample-product.ts';

const centre = { organization: 'nanping-centre' } as const;

/** What the exhibition and sales centre sells for households of all counties. */
export const centreProducts: readonly SampleProduct[] = [
  {
    ...centre,
    slug: 'centre-shunchang-honey',
    family: 'honey',
    name: both('展销中心 顺昌蜂蜜', 'Shunchang honey from the centre'),
    description: both(
      '农户交到展销中心代销的蜂蜜，瓶签上有户的编号。',
      'Honey that households left with the centre on consignment; the label carries the number of the household.',
    ),
    packs: [
      pack(
        'centre-shunchang-honey-500g',
        both('500克 玻璃瓶', '500 g glass jar'),
        { 'shunchang-honey': 500 },
        57,
        3.5,
        780,
      ),
    ],
  },
  {
    ...centre,
    slug: 'centre-bamboo-fungus',
    family: 'bamboo-fungus',
    name: both('展销中心 大历竹荪', 'Dali bamboo fungus from the centre'),
    description: both(
      '大历几户人家的竹荪，在柜台上和网上同价。',
      'Bamboo fungus of a few Dali households, at one price over the counter and online.',
    ),
    packs: [pack('centre-bamboo-fungus-100g', both('100克', '100 g'), { 'dali-bamboo-fungus': 100 }, 34, 3, 160)],
  },
  {
    ...centre,
    slug: 'centre-dried-bamboo-shoot',
    family: 'bamboo-shoot',
    name: both('展销中心 闽北笋干', 'Dried bamboo shoots from the centre'),
    description: both(
      '武夷山、建瓯、顺昌三地的笋干，按户分袋。',
      'Dried shoots from Wuyishan, Jian’ou and Shunchang, bagged by household.',
    ),
    packs: [
      pack('centre-dried-bamboo-shoot-500g', both('500克', '500 g'), { 'dried-bamboo-shoot': 500 }, 39.8, 2.5, 560),
    ],
  },
  {
    ...centre,
    slug: 'centre-lotus-seed',
    family: 'lotus-seed',
    name: both('展销中心 建阳白莲', 'Jianyang lotus seed from the centre'),
    description: both(
      '崇雒、莒口农户的通芯白莲，当年采、当年卖。',
      'Cored white lotus of households in Chongluo and Jukou, sold in the year it was picked.',
    ),
    packs: [pack('centre-lotus-seed-500g', both('500克', '500 g'), { 'jianyang-lotus-seed': 500 }, 58, 2.5, 560)],
  },
  {
    ...centre,
    slug: 'centre-red-mushroom',
    family: 'red-mushroom',
    name: both('展销中心 建阳红菇', 'Wild red mushroom from the centre'),
    description: both(
      '采菇人自己晒干交来的野生红菇，50克可以炖两锅。',
      'Wild red mushrooms dried by the people who picked them; 50 g is enough for two pots.',
    ),
    packs: [
      pack('centre-red-mushroom-50g', both('50克', '50 g'), { 'jianyang-red-mushroom': 50 }, 78, 3, 90),
      pack('centre-red-mushroom-100g', both('100克', '100 g'), { 'jianyang-red-mushroom': 100 }, 152, 4, 160),
    ],
  },
  {
    ...centre,
    slug: 'centre-chestnut',
    family: 'chestnut',
    name: both('展销中心 建瓯锥栗', "Jian'ou chestnut from the centre"),
    description: both('冷柜里的锥栗，拿回家直接下锅。', 'Chestnuts from the freezer of the centre, ready for the pot.'),
    packs: [
      pack('centre-chestnut-1kg', both('1公斤 冷冻', '1 kg, frozen'), { 'jianou-chestnut': 1000 }, 29, 3.5, 1300),
    ],
  },
  {
    ...centre,
    slug: 'centre-coix',
    family: 'coix',
    name: both('展销中心 浦城薏米', 'Pucheng coix seed from the centre'),
    description: both(
      '浦城农户自家碾的薏米，柜台上散称，网上按斤装。',
      'Coix hulled by households in Pucheng, loose over the counter and by the half kilo online.',
    ),
    packs: [pack('centre-coix-500g', both('500克', '500 g'), { 'pucheng-coix': 500 }, 17.8, 1.6, 540)],
  },
  {
    ...centre,
    slug: 'centre-eggs',
    family: 'eggs',
    name: both('展销中心 光泽土鸡蛋', 'Guangze eggs from the centre'),
    description: both(
      '每周两次从光泽送到延平，柜台自提最新鲜。',
      'Brought from Guangze to Yanping twice a week; freshest when you pick them up at the counter.',
    ),
    packs: [pack('centre-eggs-30', both('30枚', '30 eggs'), { 'guangze-eggs': 30 }, 48, 6, 2100)],
  },
  {
    ...centre,
    slug: 'nanping-pantry-box',
    family: 'gift-box',
    name: both('南平山货礼盒', 'Nanping pantry gift box'),
    description: both(
      '蜂蜜、竹荪、笋干、莲子四样，来自四个地方的农户，盒里的卡片写着每一样是谁家的。',
      'Honey, bamboo fungus, dried shoots and lotus seed from households in four places; the card inside says whose each one is.',
    ),
    packs: [
      pack(
        'nanping-pantry-box-1050g',
        both('四样 1.05公斤', 'four kinds, 1.05 kg'),
        { 'shunchang-honey': 500, 'dali-bamboo-fungus': 50, 'dried-bamboo-shoot': 250, 'jianyang-lotus-seed': 250 },
        132,
        18,
        1900,
      ),
    ],
  },
  {
    ...centre,
    slug: 'nanping-soup-box',
    family: 'gift-box',
    name: both('红菇煲汤礼盒', 'Red mushroom soup gift box'),
    description: both(
      '红菇、竹荪、莲子，配一张炖汤的做法。',
      'Red mushroom, bamboo fungus and lotus seed with a recipe for the soup.',
    ),
    packs: [
      pack(
        'nanping-soup-box-330g',
        both('红菇30克＋竹荪50克＋莲子250克', 'mushroom 30 g + fungus 50 g + lotus 250 g'),
        { 'jianyang-red-mushroom': 30, 'dali-bamboo-fungus': 50, 'jianyang-lotus-seed': 250 },
        95,
        12,
        720,
      ),
    ],
  },
  {
    ...centre,
    slug: 'union-festival-package',
    family: 'gift-box',
    name: both('工会节日套餐', 'Union festival package'),
    description: both(
      '按工会慰问品的要求配的四样干货：薏米、莲子、笋干、蜂蜜，发票按品名开列。',
      'Four dry goods chosen for union festival parcels: coix, lotus seed, dried shoots and honey, each named on the invoice.',
    ),
    packs: [
      pack(
        'union-festival-package-2kg',
        both('四样 2公斤', 'four kinds, 2 kg'),
        { 'pucheng-coix': 500, 'jianyang-lotus-seed': 500, 'dried-bamboo-shoot': 500, 'shunchang-honey': 500 },
        172,
        16,
        2700,
      ),
    ],
  },
  {
    ...centre,
    slug: 'nanping-breakfast-set',
    family: 'gift-box',
    name: both('薏米莲子早餐料', 'Coix and lotus breakfast set'),
    description: both(
      '薏米一斤、莲子半斤，前一晚泡上，早上煮粥。',
      'Half a kilo of coix and a quarter of lotus seed; soak at night, cook in the morning.',
    ),
    packs: [
      pack(
        'nanping-breakfast-set-750g',
        both('薏米500克＋莲子250克', 'coix 500 g + lotus 250 g'),
        { 'pucheng-coix': 500, 'jianyang-lotus-seed': 250 },
        46,
        4,
        830,
      ),
    ],
  },
];
