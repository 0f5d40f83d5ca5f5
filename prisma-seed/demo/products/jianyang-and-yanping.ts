import { both } from '#seed/bilingual.ts';
import { pack, type SampleProduct } from './sample-product.ts';

const hillside = { organization: 'jianyang-hillside' } as const;
const kilns = { organization: 'shuiji-kilns', family: 'jian-ware' } as const;

export const jianyangAndYanpingProducts: readonly SampleProduct[] = [
  {
    ...hillside,
    slug: 'jianyang-lotus-seed',
    family: 'lotus-seed',
    name: both('建阳白莲', 'Jianyang white lotus seed'),
    description: both(
      '崇雒乡后畲的白莲，八月采，人工通芯。颗粒有大有小，煮出来一样粉。',
      'White lotus of Houshe in Chongluo Township, picked in August and cored by hand. Sizes vary; they all cook up floury.',
    ),
    packs: [
      pack('jianyang-lotus-seed-500g', both('500克', '500 g'), { 'jianyang-lotus-seed': 500 }, 58, 2.5, 560),
      pack('jianyang-lotus-seed-250g', both('250克', '250 g'), { 'jianyang-lotus-seed': 250 }, 30.8, 1.8, 290),
    ],
  },
  {
    ...hillside,
    slug: 'jianyang-lotus-seed-family',
    family: 'lotus-seed',
    name: both('建阳白莲 家庭装', 'Jianyang white lotus seed, family bag'),
    description: both(
      '2公斤装，逢年过节、坐月子都用得上。',
      'A 2 kg bag for festivals and for the weeks after a birth.',
    ),
    packs: [pack('jianyang-lotus-seed-2kg', both('2公斤', '2 kg'), { 'jianyang-lotus-seed': 2000 }, 216, 6, 2150)],
  },
  {
    ...hillside,
    slug: 'jianyang-red-mushroom',
    family: 'red-mushroom',
    name: both('建阳红菇 野生', 'Jianyang wild red mushroom'),
    description: both(
      '黄坑、麻沙山里的野生红菇，种不出来，只能等雨后上山采。煮汤色红味鲜。',
      'Wild red mushrooms from the hills of Huangkeng and Masha. Nobody can grow them; people wait for rain and climb. They turn a soup red and savoury.',
    ),
    packs: [pack('jianyang-red-mushroom-100g', both('100克', '100 g'), { 'jianyang-red-mushroom': 100 }, 152, 4, 160)],
    shelf: 'sold-out',
  },
  {
    ...hillside,
    slug: 'jianyang-tangelo',
    family: 'citrus',
    name: both('建阳桔柚', 'Jianyang tangelo'),
    description: both(
      '皮有桔子香，肉有柚子的清爽，十一月下旬起最好吃。',
      'The scent of a mandarin, the freshness of a pomelo; at its best from late November.',
    ),
    packs: [
      pack('jianyang-tangelo-5kg', both('5公斤 一箱', '5 kg box'), { 'jianyang-tangelo': 5000 }, 49, 4.5, 5500),
      pack('jianyang-tangelo-2500g', both('2.5公斤 一箱', '2.5 kg box'), { 'jianyang-tangelo': 2500 }, 27.8, 3.5, 2850),
      {
        ...pack(
          'jianyang-tangelo-crate',
          both('整筐 称重卖', 'whole crate, by weight'),
          { 'jianyang-tangelo': 8000 },
          72,
          6,
          8600,
        ),
        leastGrams: 7000,
      },
    ],
  },
  {
    slug: 'xiaohu-brown-sugar',
    family: 'brown-sugar',
    organization: 'xiaohu-sugar',
    name: both('小湖红糖', 'Xiaohu brown sugar'),
    description: both(
      '小湖镇祝中村人称“百年红糖村”。这是去年腊月熬的，今年的要等十二月砍蔗以后。',
      'Zhuzhong in Xiaohu Town is known for a hundred years of brown sugar. This was boiled last winter; the new one comes after the cane is cut in December.',
    ),
    packs: [pack('xiaohu-brown-sugar-500g', both('500克', '500 g'), { 'xiaohu-brown-sugar': 500 }, 26, 2, 560)],
    shelf: 'scarce',
  },
  {
    ...kilns,
    slug: 'jian-ware-cup',
    name: both('建盏 茶杯', 'Jian ware tea bowl'),
    description: both(
      '水吉家庭窑口烧的盏，黑釉，纹路靠火候，每只都不一样，收到的与照片略有不同。',
      'A bowl from the family kilns of Shuiji. Its pattern in black glaze is made by the fire, so each differs a little from the picture.',
    ),
    packs: [pack('jian-ware-cup-1', both('一只', 'one bowl'), { 'jian-ware-cup': 1 }, 198, 15, 520)],
  },
  {
    ...kilns,
    slug: 'jian-ware-pair',
    name: both('建盏 对杯', 'Jian ware pair of tea bowls'),
    description: both('同一窑出的两只，配布垫和木盒。', 'Two bowls of one firing with cloth and wooden box.'),
    packs: [pack('jian-ware-cup-2', both('两只 木盒', 'two bowls, wooden box'), { 'jian-ware-cup': 2 }, 376, 26, 1250)],
  },
  {
    ...kilns,
    slug: 'jian-ware-fine',
    name: both('建盏 手作主人杯', 'Jian ware, hand-thrown master bowl'),
    description: both(
      '一位匠人从拉坯到烧成一手做完，底款刻有他的名字。窑里十只留一两只。',
      'Thrown, glazed and fired by one maker, whose name is cut into the foot. Of ten in the kiln one or two are kept.',
    ),
    packs: [pack('jian-ware-fine-1', both('一只 木盒', 'one bowl, wooden box'), { 'jian-ware-fine': 1 }, 680, 35, 900)],
    shelf: 'scarce',
  },
  {
    slug: 'yanping-lily',
    family: 'lily',
    organization: 'wangtai-lily',
    name: both('延平百合 鲜切花', 'Yanping cut lilies'),
    description: both(
      '王台镇的百合，含苞时采，冷链发出，到家两三天开花。一束十枝。',
      'Lilies of Wangtai Town, cut in bud and sent cold; they open two or three days after they arrive. Ten stems to a bundle.',
    ),
    packs: [
      pack('yanping-lily-1', both('一束（10枝）', 'one bundle of 10'), { 'yanping-lily': 1 }, 32, 4, 1300),
      pack('yanping-lily-3', both('三束（30枝）', 'three bundles of 10'), { 'yanping-lily': 3 }, 88, 9, 3600),
    ],
  },
  {
    slug: 'yanping-lily-venue',
    family: 'lily',
    organization: 'wangtai-lily',
    name: both('延平百合 会场装', 'Yanping cut lilies, for a hall'),
    description: both(
      '一百枝，颜色可以写在备注里，提前三天订。',
      'A hundred stems; write the colours in the note and order three days ahead.',
    ),
    packs: [
      pack('yanping-lily-10', both('十束（100枝）', 'ten bundles of 10'), { 'yanping-lily': 10 }, 268, 22, 12_000),
    ],
  },
];
