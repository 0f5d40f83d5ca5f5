import { both } from '#seed/bilingual.ts';
import { pack, type SampleProduct } from './sample-product.ts';

const grain = { organization: 'pucheng-grain' } as const;
const hongdun = { organization: 'hongdun-bees' } as const;
const zhima = { organization: 'zhima-poultry' } as const;

/** 浦城, 邵武, 光泽. */
export const northernProducts: readonly SampleProduct[] = [
  {
    ...grain,
    slug: 'pucheng-rice',
    family: 'rice',
    name: both('浦城大米', 'Pucheng rice'),
    description: both(
      '浦城当年的新米，收一批、碾一批，袋上有防伪溯源码，扫码看得到是哪几户的田。',
      'New-crop rice of Pucheng, milled lot by lot. The code on the bag leads to the households whose fields it came from.',
    ),
    packs: [
      pack('pucheng-rice-5kg', both('5公斤', '5 kg'), { 'pucheng-rice': 5000 }, 52, 4, 5120),
      pack('pucheng-rice-10kg', both('10公斤', '10 kg'), { 'pucheng-rice': 10_000 }, 99, 6, 10_200),
      pack('pucheng-rice-2500g', both('2.5公斤', '2.5 kg'), { 'pucheng-rice': 2500 }, 28.8, 2.8, 2580),
    ],
  },
  {
    ...grain,
    slug: 'pucheng-rice-bricks',
    family: 'rice',
    name: both('浦城大米 真空小砖', 'Pucheng rice, vacuum bricks'),
    description: both(
      '四块500克真空包，一块煮一锅，不怕受潮。',
      'Four vacuum bricks of 500 g: one for a pot, safe from damp.',
    ),
    packs: [pack('pucheng-rice-2kg', both('500克×4块', '4 × 500 g'), { 'pucheng-rice': 2000 }, 26, 4.5, 2150)],
  },
  {
    ...grain,
    slug: 'pucheng-coix',
    family: 'coix',
    name: both('浦城薏米', 'Pucheng coix seed'),
    description: both(
      '浦城薏米是地理标志产品。粒小，白里带一点黄，泡两小时再煮更容易软。',
      'Pucheng coix is a geographical indication. Small, off-white seeds; two hours of soaking make them cook soft.',
    ),
    packs: [
      pack('pucheng-coix-500g', both('500克', '500 g'), { 'pucheng-coix': 500 }, 17.8, 1.6, 540),
      pack('pucheng-coix-2500g', both('2.5公斤', '2.5 kg'), { 'pucheng-coix': 2500 }, 82, 4, 2600),
    ],
  },
  {
    ...grain,
    slug: 'pucheng-osmanthus',
    family: 'osmanthus',
    name: both('浦城丹桂 干花', 'Pucheng red osmanthus, dried'),
    description: both(
      '浦城的丹桂，九十月开，打下来当天烘干。泡茶、煮酒酿、拌糖都香。',
      'The red osmanthus of Pucheng flowers in September and October and is dried on the day it falls. For tea, for rice wine, for sugar.',
    ),
    packs: [
      pack('pucheng-osmanthus-50g', both('50克 玻璃罐', '50 g glass jar'), { 'pucheng-osmanthus': 50 }, 19.8, 3.5, 220),
      pack(
        'pucheng-osmanthus-100g',
        both('100克 玻璃罐', '100 g glass jar'),
        { 'pucheng-osmanthus': 100 },
        34,
        4.5,
        320,
      ),
    ],
  },
  {
    ...grain,
    slug: 'pucheng-porridge-set',
    family: 'gift-box',
    name: both('浦城薏米粥料', 'Pucheng coix porridge set'),
    description: both(
      '大米一公斤配薏米一斤，二比一下锅，够煮十来次。',
      'A kilo of rice and half a kilo of coix, two to one: some ten pots of porridge.',
    ),
    packs: [
      pack(
        'pucheng-porridge-set-1500g',
        both('大米1公斤＋薏米500克', 'rice 1 kg + coix 500 g'),
        { 'pucheng-rice': 1000, 'pucheng-coix': 500 },
        29.8,
        4,
        1620,
      ),
    ],
  },
  {
    ...grain,
    slug: 'pucheng-harvest-box',
    family: 'gift-box',
    name: both('浦城秋收礼盒', 'Pucheng harvest gift box'),
    description: both(
      '新米、薏米、丹桂，一盒装下浦城的秋天。',
      'New rice, coix and osmanthus: the autumn of Pucheng in one box.',
    ),
    packs: [
      pack(
        'pucheng-harvest-box-3030g',
        both('米2.5公斤＋薏米500克＋丹桂30克', 'rice 2.5 kg + coix 500 g + osmanthus 30 g'),
        { 'pucheng-rice': 2500, 'pucheng-coix': 500, 'pucheng-osmanthus': 30 },
        59,
        10,
        3700,
      ),
    ],
  },
  {
    ...hongdun,
    slug: 'shuikouzhai-honey',
    family: 'honey',
    name: both('水口寨蜂蜜', 'Shuikouzhai honey'),
    description: both(
      '洪墩镇水口寨村三百多箱蜂，六月取一次蜜，全村一年也就两吨来重。',
      'Some 300 hives in Shuikouzhai, Hongdun Town; honey is taken once, in June, and the whole village makes about two tonnes a year.',
    ),
    packs: [
      pack('shuikouzhai-honey-500g', both('500克 玻璃瓶', '500 g glass jar'), { 'shaowu-honey': 500 }, 56, 3.5, 780),
      pack('shuikouzhai-honey-1kg', both('1公斤 玻璃瓶', '1 kg glass jar'), { 'shaowu-honey': 1000 }, 106, 4.5, 1450),
    ],
  },
  {
    ...hongdun,
    slug: 'shaowu-suitong',
    family: 'green-tea',
    name: both('邵武碎铜茶 散装', 'Shaowu Suitong tea, loose'),
    description: both(
      '邵武十六个乡镇都种碎铜茶，2020年成为地理标志产品。这里的茶来自和平、洪墩。',
      'Suitong tea grows in sixteen townships of Shaowu and became a geographical indication in 2020. This one comes from Heping and Hongdun.',
    ),
    packs: [
      pack('shaowu-suitong-250g', both('250克 袋装', '250 g bag'), { 'shaowu-suitong': 250 }, 86, 4, 300),
      pack('shaowu-suitong-500g', both('250克×2袋', '2 × 250 g bags'), { 'shaowu-suitong': 500 }, 168, 7, 600),
    ],
  },
  {
    ...hongdun,
    slug: 'shaowu-suitong-tin',
    family: 'green-tea',
    name: both('邵武碎铜茶 小罐', 'Shaowu Suitong tea, small tin'),
    description: both('100克一罐，先尝尝合不合口味。', 'A tin of 100 g, to find out whether you like it.'),
    packs: [pack('shaowu-suitong-100g', both('100克 罐装', '100 g tin'), { 'shaowu-suitong': 100 }, 37.8, 4.5, 190)],
  },
  {
    ...hongdun,
    slug: 'yanshan-bamboo-fungus',
    family: 'bamboo-fungus',
    name: both('沿山竹荪', 'Yanshan bamboo fungus'),
    description: both(
      '沿山镇260户人家种竹荪。干品颜色微黄，是没有熏过的样子。',
      'In Yanshan Town 260 households grow bamboo fungus. Dried it is faintly yellow, the colour of fungus that was not bleached.',
    ),
    packs: [
      pack('yanshan-bamboo-fungus-50g', both('50克', '50 g'), { 'yanshan-bamboo-fungus': 50 }, 16.8, 2, 90),
      pack('yanshan-bamboo-fungus-250g', both('250克', '250 g'), { 'yanshan-bamboo-fungus': 250 }, 78, 4, 330),
    ],
  },
  {
    ...hongdun,
    slug: 'shaowu-honey-and-tea',
    family: 'gift-box',
    name: both('邵武蜜茶礼盒', 'Shaowu gift box, honey and tea'),
    description: both(
      '一瓶水口寨的蜜，一罐碎铜茶，茶放温了再调蜜。',
      'A jar of Shuikouzhai honey and a tin of Suitong tea; let the tea cool before you stir it in.',
    ),
    packs: [
      pack(
        'shaowu-honey-and-tea-600g',
        both('蜂蜜500克＋茶100克', 'honey 500 g + tea 100 g'),
        { 'shaowu-honey': 500, 'shaowu-suitong': 100 },
        96,
        14,
        1250,
      ),
    ],
  },
  {
    ...zhima,
    slug: 'guangze-eggs',
    family: 'eggs',
    name: both('光泽土鸡蛋', 'Guangze free-range eggs'),
    description: both(
      '止马、寨里、鸾凤的农户散养鸡下的蛋，收来三天内发货，泡沫箱独立格，破损包赔。',
      'Eggs from hens that range in Zhima, Zhaili and Luanfeng, sent within three days in a tray of single cells. Broken ones are refunded.',
    ),
    packs: [
      pack('guangze-eggs-30', both('30枚', '30 eggs'), { 'guangze-eggs': 30 }, 48, 6, 2100),
      pack('guangze-eggs-60', both('60枚', '60 eggs'), { 'guangze-eggs': 60 }, 92, 11, 4100),
    ],
  },
  {
    ...zhima,
    slug: 'guangze-eggs-basket',
    family: 'eggs',
    name: both('光泽土鸡蛋 竹篮', 'Guangze free-range eggs, bamboo basket'),
    description: both(
      '20枚装在小竹篮里，看望亲友正合适。',
      'Twenty eggs in a small bamboo basket, for a visit to family or friends.',
    ),
    packs: [pack('guangze-eggs-20', both('20枚', '20 eggs'), { 'guangze-eggs': 20 }, 35, 7, 1600)],
  },
  {
    ...zhima,
    slug: 'guangze-chicken',
    family: 'chicken',
    name: both('光泽山泉鸡', 'Guangze mountain-spring chicken'),
    description: both(
      '竹林放养，宰净后急冻，净重两斤半上下。',
      'Raised under bamboo, dressed and frozen at once, about 1.25 kg net.',
    ),
    packs: [pack('guangze-chicken-1', both('一只 冷冻', 'one, frozen'), { 'guangze-chicken': 1 }, 108, 9, 2000)],
    shelf: 'sold-out',
  },
];
