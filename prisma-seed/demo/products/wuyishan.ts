import { both } from '#seed/bilingual.ts';
import { pack, type SampleProduct } from './sample-product.ts';

const rockTea = { organization: 'xingcun-rock-tea', family: 'rock-tea' } as const;
const blackTea = { organization: 'tongmu-black-tea', family: 'black-tea' } as const;

export const wuyishanProducts: readonly SampleProduct[] = [
  {
    ...rockTea,
    slug: 'wuyi-rougui',
    name: both('武夷肉桂 散装', 'Wuyi Rougui, loose'),
    description: both(
      '五月采的肉桂，秋天焙好再装罐。汤色橙黄，有桂皮香；半岩产区，日常喝正好。',
      'Rougui picked in May and roasted again before it is packed in autumn. An amber cup with a note of cassia, from half-rock gardens: a tea for every day.',
    ),
    packs: [
      pack('wuyi-rougui-250g', both('250克 罐装', '250 g tin'), { 'wuyi-rougui': 250 }, 138, 8, 420),
      pack('wuyi-rougui-500g', both('500克 罐装', '500 g tin'), { 'wuyi-rougui': 500 }, 268, 12, 760),
    ],
  },
  {
    ...rockTea,
    slug: 'wuyi-rougui-sachets',
    name: both('武夷肉桂 泡袋', 'Wuyi Rougui, single sachets'),
    description: both(
      '一泡8克，一盒20泡，撕开就能冲。放在办公室或带着出门都方便。',
      'Twenty sachets of 8 g, one for each pot. Easy to keep in the office or to take along.',
    ),
    packs: [pack('wuyi-rougui-160g', both('8克×20泡', '20 × 8 g'), { 'wuyi-rougui': 160 }, 96, 20, 420)],
  },
  {
    ...rockTea,
    slug: 'wuyi-zhengyan-rougui',
    name: both('武夷正岩肉桂', 'Wuyi core-area Rougui'),
    description: both(
      '天心村正岩茶园的肉桂。十斤茶青做一斤茶，量少，一季只有这些。',
      'Rougui from the core rock gardens of Tianxin. Ten jin of leaf make one jin of tea; what you see is all of this season.',
    ),
    packs: [pack('wuyi-zhengyan-rougui-40g', both('8克×5泡', '5 × 8 g'), { 'wuyi-zhengyan-rougui': 40 }, 158, 12, 160)],
    shelf: 'scarce',
  },
  {
    ...rockTea,
    slug: 'wuyi-shuixian',
    name: both('武夷水仙 散装', 'Wuyi Shuixian, loose'),
    description: both(
      '武夷岩茶里种得最多的就是水仙。叶底厚，汤醇，有兰花香，耐泡。',
      'Shuixian is the most widely grown of the Wuyi rock teas. Thick leaves, a mellow cup with a trace of orchid, good for many infusions.',
    ),
    packs: [
      pack('wuyi-shuixian-125g', both('125克 袋装', '125 g bag'), { 'wuyi-shuixian': 125 }, 52, 4, 180),
      pack('wuyi-shuixian-250g', both('250克 罐装', '250 g tin'), { 'wuyi-shuixian': 250 }, 98, 8, 420),
      pack('wuyi-shuixian-500g', both('500克 罐装', '500 g tin'), { 'wuyi-shuixian': 500 }, 188, 12, 760),
    ],
  },
  {
    ...rockTea,
    slug: 'wuyi-dahongpao',
    name: both('武夷大红袍 散装', 'Wuyi Dahongpao, loose'),
    description: both(
      '中足火焙制，岩韵明显，放一年再喝会更柔和。',
      'Medium to full roast with the mineral taste rock tea is known for; it softens with a year of rest.',
    ),
    packs: [
      pack('wuyi-dahongpao-250g', both('250克 罐装', '250 g tin'), { 'wuyi-dahongpao': 250 }, 112, 8, 420),
      pack('wuyi-dahongpao-500g', both('500克 罐装', '500 g tin'), { 'wuyi-dahongpao': 500 }, 218, 12, 760),
    ],
  },
  {
    ...rockTea,
    slug: 'wuyi-dahongpao-sachets',
    name: both('武夷大红袍 泡袋', 'Wuyi Dahongpao, single sachets'),
    description: both(
      '一泡8克，小袋密封。20泡自己喝，40泡一家人喝。',
      'Sealed sachets of 8 g: twenty for one drinker, forty for a family.',
    ),
    packs: [
      pack('wuyi-dahongpao-160g', both('8克×20泡', '20 × 8 g'), { 'wuyi-dahongpao': 160 }, 82, 18, 420),
      pack('wuyi-dahongpao-320g', both('8克×40泡', '40 × 8 g'), { 'wuyi-dahongpao': 320 }, 156, 30, 760),
    ],
  },
  {
    ...rockTea,
    slug: 'wuyi-rock-tea-trio',
    family: 'gift-box',
    name: both('武夷岩茶三味礼盒', 'Wuyi rock tea gift box, three kinds'),
    description: both(
      '肉桂、水仙、大红袍各8泡，一次喝出三种岩茶的不同。',
      'Eight sachets each of Rougui, Shuixian and Dahongpao, to taste three rock teas side by side.',
    ),
    packs: [
      pack(
        'wuyi-rock-tea-trio-192g',
        both('8克×24泡', '24 × 8 g'),
        { 'wuyi-rougui': 64, 'wuyi-shuixian': 64, 'wuyi-dahongpao': 64 },
        98,
        22,
        620,
      ),
    ],
  },
  {
    ...blackTea,
    slug: 'lapsang-souchong-tin',
    name: both('正山小种 罐装', 'Lapsang Souchong, tin'),
    description: both(
      '星村镇桐木一带的红茶，松木熏焙，汤红亮，有松烟香和桂圆味。',
      'Black tea from around Tongmu in Xingcun Town, smoked over pine: a bright red cup with pine smoke and dried longan.',
    ),
    packs: [
      pack('lapsang-souchong-125g', both('125克 一罐', '125 g, one tin'), { 'zhengshan-xiaozhong': 125 }, 72, 6, 240),
      pack('lapsang-souchong-250g', both('125克×2罐', '2 × 125 g tins'), { 'zhengshan-xiaozhong': 250 }, 138, 12, 480),
    ],
  },
  {
    ...blackTea,
    slug: 'lapsang-souchong-loose',
    name: both('正山小种 散装', 'Lapsang Souchong, loose'),
    description: both(
      '和罐装同一批茶，省去铁罐，适合常喝的人家。',
      'The same tea as in the tins, without the tin, for those who drink it every day.',
    ),
    packs: [
      pack('lapsang-souchong-500g', both('500克 袋装', '500 g bag'), { 'zhengshan-xiaozhong': 500 }, 258, 6, 640),
    ],
  },
  {
    ...blackTea,
    slug: 'lapsang-souchong-sachets',
    name: both('正山小种 小袋', 'Lapsang Souchong, small sachets'),
    description: both(
      '一袋3克，一杯一袋，第一次喝正山小种可以从这里开始。',
      'Sachets of 3 g, one for a cup: a good way to try Lapsang Souchong for the first time.',
    ),
    packs: [pack('lapsang-souchong-45g', both('3克×15袋', '15 × 3 g'), { 'zhengshan-xiaozhong': 45 }, 27.8, 5, 120)],
  },
  {
    ...blackTea,
    slug: 'tongmu-old-bush',
    name: both('桐木老枞红茶', 'Tongmu old-bush black tea'),
    description: both(
      '桐木村老茶树上采的一季春茶，不熏松烟，汤甜而稠。',
      'One spring picking from old tea bushes in Tongmu, left unsmoked: a sweet, full cup.',
    ),
    packs: [
      pack('tongmu-old-bush-125g', both('125克 罐装', '125 g tin'), { 'tongmu-old-bush': 125 }, 148, 8, 240),
      pack('tongmu-old-bush-500g', both('500克 袋装', '500 g bag'), { 'tongmu-old-bush': 500 }, 560, 8, 640),
    ],
  },
  {
    ...blackTea,
    slug: 'tongmu-pair',
    family: 'gift-box',
    name: both('桐木双红礼盒', 'Tongmu gift box, two black teas'),
    description: both(
      '一罐烟香的正山小种，一罐不熏烟的老枞，两种味道放在一起。',
      'A tin of smoked Lapsang Souchong beside a tin of unsmoked old-bush tea.',
    ),
    packs: [
      pack(
        'tongmu-pair-150g',
        both('小种100克＋老枞50克', 'Souchong 100 g + old bush 50 g'),
        { 'zhengshan-xiaozhong': 100, 'tongmu-old-bush': 50 },
        112,
        18,
        480,
      ),
    ],
  },
  {
    slug: 'wufu-lotus-seed',
    family: 'lotus-seed',
    organization: 'wufu-lotus',
    name: both('五夫白莲', 'Wufu white lotus seed'),
    description: both(
      '五夫荷田夏天采的白莲，去壳、去衣、通芯、烘干。煮汤先不用泡，半小时就酥。',
      'White lotus from the summer fields of Wufu: shelled, skinned, cored and dried. No soaking; half an hour in the soup makes it tender.',
    ),
    packs: [
      pack('wufu-lotus-seed-250g', both('250克', '250 g'), { 'wufu-lotus-seed': 250 }, 32.8, 1.8, 290),
      pack('wufu-lotus-seed-500g', both('500克', '500 g'), { 'wufu-lotus-seed': 500 }, 62, 2.5, 560),
    ],
  },
  {
    slug: 'wufu-lotus-seed-carry',
    family: 'lotus-seed',
    organization: 'wufu-lotus',
    name: both('五夫白莲 手提装', 'Wufu white lotus seed, carry bag'),
    description: both(
      '两袋500克，配一个纸手提袋，走亲访友带着合适。',
      'Two bags of 500 g in a paper carry bag, ready for a family visit.',
    ),
    packs: [pack('wufu-lotus-seed-1kg', both('500克×2袋', '2 × 500 g'), { 'wufu-lotus-seed': 1000 }, 126, 8, 1180)],
  },
];
