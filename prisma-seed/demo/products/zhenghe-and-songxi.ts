import { both } from '#seed/bilingual.ts';
import { pack, type SampleProduct } from './sample-product.ts';

const chengyuan = { organization: 'chengyuan-white-tea', family: 'white-tea' } as const;
const dongping = { organization: 'dongping-tea', family: 'black-tea' } as const;
const zudun = { organization: 'zudun-green-tea', family: 'green-tea' } as const;
const wanqian = { organization: 'wanqian-cane' } as const;

export const zhengheAndSongxiProducts: readonly SampleProduct[] = [
  {
    ...chengyuan,
    slug: 'zhenghe-shoumei-cake',
    name: both('政和寿眉 茶饼', 'Zhenghe Shoumei, pressed cake'),
    description: both(
      '四五月的叶子，日晒萎凋后压成饼，可以现喝，也可以存着慢慢喝。煮着喝更甜。',
      'Leaves of April and May, withered in the sun and pressed. Drink it now or let it age; simmered, it turns sweeter.',
    ),
    packs: [
      pack('zhenghe-shoumei-350g', both('350克 一饼', '350 g, one cake'), { 'zhenghe-shoumei': 350 }, 72, 6, 430),
      pack(
        'zhenghe-shoumei-1050g',
        both('350克×3饼', 'three cakes of 350 g'),
        { 'zhenghe-shoumei': 1050 },
        198,
        16,
        1300,
      ),
    ],
  },
  {
    ...chengyuan,
    slug: 'zhenghe-shoumei-loose',
    name: both('政和寿眉 散茶', 'Zhenghe Shoumei, loose'),
    description: both(
      '没有压饼的寿眉，叶片舒展，抓一把就能泡一壶。',
      'Shoumei that was never pressed: open leaves, a handful to the pot.',
    ),
    packs: [pack('zhenghe-shoumei-500g', both('500克 袋装', '500 g bag'), { 'zhenghe-shoumei': 500 }, 96, 5, 640)],
  },
  {
    ...chengyuan,
    slug: 'zhenghe-white-peony',
    name: both('政和白牡丹 散茶', 'Zhenghe White Peony, loose'),
    description: both(
      '一芽一二叶，三四月采，只萎凋、干燥，不炒不揉。汤清甜，有花香。',
      'A bud with one or two leaves, picked in March and April, withered and dried, neither fired nor rolled. A clear, sweet, flowery cup.',
    ),
    packs: [
      pack('zhenghe-white-peony-100g', both('100克 罐装', '100 g tin'), { 'zhenghe-baimudan': 100 }, 56, 5, 200),
      pack('zhenghe-white-peony-250g', both('250克 罐装', '250 g tin'), { 'zhenghe-baimudan': 250 }, 132, 8, 440),
      pack('zhenghe-white-peony-500g', both('500克 袋装', '500 g bag'), { 'zhenghe-baimudan': 500 }, 256, 8, 660),
    ],
  },
  {
    ...chengyuan,
    slug: 'zhenghe-white-peony-cake',
    name: both('政和白牡丹 茶饼', 'Zhenghe White Peony, pressed cake'),
    description: both(
      '同一季的白牡丹压成饼，包装纸上印着批次，可以查到是哪几户的茶。',
      'White Peony of the same season, pressed. The wrapper carries the lot, which leads to the households that grew it.',
    ),
    packs: [
      pack('zhenghe-white-peony-350g', both('350克 一饼', '350 g, one cake'), { 'zhenghe-baimudan': 350 }, 178, 7, 440),
    ],
  },
  {
    ...chengyuan,
    slug: 'zhenghe-silver-needle',
    name: both('政和白毫银针', 'Zhenghe Silver Needle'),
    description: both(
      '只取春天的肥芽，满披白毫。水温九十度左右，慢慢泡。',
      'Only the plump buds of spring, covered in white down. Brew slowly, at about 90 °C.',
    ),
    packs: [
      pack('zhenghe-silver-needle-50g', both('50克 罐装', '50 g tin'), { 'zhenghe-yinzhen': 50 }, 108, 6, 140),
      pack('zhenghe-silver-needle-100g', both('100克 罐装', '100 g tin'), { 'zhenghe-yinzhen': 100 }, 208, 8, 220),
    ],
  },
  {
    ...chengyuan,
    slug: 'zhenghe-white-tea-trio',
    family: 'gift-box',
    name: both('政和白茶三味礼盒', 'Zhenghe white tea gift box, three kinds'),
    description: both(
      '银针、牡丹、寿眉各一罐，从芽到叶，三种喝法写在卡片上。',
      'Silver Needle, White Peony and Shoumei, a tin of each: from bud to leaf, with a card on how to brew them.',
    ),
    packs: [
      pack(
        'zhenghe-white-tea-trio-180g',
        both('20克＋60克＋100克', '20 g + 60 g + 100 g'),
        { 'zhenghe-yinzhen': 20, 'zhenghe-baimudan': 60, 'zhenghe-shoumei': 100 },
        96,
        20,
        560,
      ),
    ],
  },
  {
    ...dongping,
    slug: 'zhenghe-gongfu-tin',
    name: both('政和工夫 罐装', 'Zhenghe Gongfu, tin'),
    description: both(
      '政和的老牌红茶，条索紧，汤红亮，有一点紫罗兰香。',
      'The long-standing black tea of Zhenghe: tight leaves, a bright red cup, a hint of violet.',
    ),
    packs: [
      pack('zhenghe-gongfu-125g', both('125克 一罐', '125 g, one tin'), { 'zhenghe-gongfu': 125 }, 48, 5, 240),
      pack('zhenghe-gongfu-250g', both('125克×2罐', '2 × 125 g tins'), { 'zhenghe-gongfu': 250 }, 92, 10, 480),
    ],
  },
  {
    ...dongping,
    slug: 'zhenghe-gongfu-loose',
    name: both('政和工夫 散装', 'Zhenghe Gongfu, loose'),
    description: both('家常装，泡浓一点可以加奶。', 'The household bag. Brewed strong, it takes milk well.'),
    packs: [pack('zhenghe-gongfu-500g', both('500克 袋装', '500 g bag'), { 'zhenghe-gongfu': 500 }, 168, 6, 640)],
  },
  {
    ...dongping,
    slug: 'zhenghe-gongfu-sachets',
    name: both('政和工夫 小袋', 'Zhenghe Gongfu, small sachets'),
    description: both('一袋3克，一杯一袋，上班路上也能泡。', 'Sachets of 3 g, one for a cup, also on the way to work.'),
    packs: [pack('zhenghe-gongfu-60g', both('3克×20袋', '20 × 3 g'), { 'zhenghe-gongfu': 60 }, 23.8, 4, 140)],
  },
  {
    ...dongping,
    slug: 'dongping-white-peony',
    family: 'white-tea',
    name: both('东平白牡丹', 'Dongping White Peony'),
    description: both(
      '东平、石屯茶园的白牡丹，晴天日晒，雨天进萎凋房。',
      'White Peony from the gardens of Dongping and Shitun, withered in the sun on clear days and indoors on wet ones.',
    ),
    packs: [
      pack('dongping-white-peony-250g', both('250克 罐装', '250 g tin'), { 'zhenghe-baimudan': 250 }, 136, 8, 440),
    ],
  },
  {
    ...dongping,
    slug: 'zhenghe-red-and-white',
    family: 'gift-box',
    name: both('政和红白对礼', 'Zhenghe gift box, red and white'),
    description: both(
      '一罐工夫红茶，一罐白牡丹，冬天喝红，夏天喝白。',
      'A tin of Gongfu black tea and a tin of White Peony: red for winter, white for summer.',
    ),
    packs: [
      pack(
        'zhenghe-red-and-white-180g',
        both('工夫100克＋牡丹80克', 'Gongfu 100 g + Peony 80 g'),
        { 'zhenghe-gongfu': 100, 'zhenghe-baimudan': 80 },
        80,
        16,
        460,
      ),
    ],
  },
  {
    ...zudun,
    slug: 'songxi-green-tea',
    name: both('松溪绿茶 散装', 'Songxi green tea, loose'),
    description: both(
      '祖墩乡的春茶，当天采、当天炒。用八十多度的水泡，汤绿，回甘快。',
      'Spring tea of Zudun Township, picked and fired on the same day. Brew at a little over 80 °C for a green, quickly sweet cup.',
    ),
    packs: [
      pack('songxi-green-tea-250g', both('250克 袋装', '250 g bag'), { 'songxi-green-tea': 250 }, 78, 4, 300),
      pack('songxi-green-tea-500g', both('250克×2袋', '2 × 250 g bags'), { 'songxi-green-tea': 500 }, 148, 7, 600),
    ],
  },
  {
    ...zudun,
    slug: 'songxi-green-tea-tin',
    name: both('松溪绿茶 小罐', 'Songxi green tea, small tin'),
    description: both(
      '100克一罐，放进冰箱能喝到秋天。',
      'A tin of 100 g that stays fresh in the refrigerator until autumn.',
    ),
    packs: [pack('songxi-green-tea-100g', both('100克 罐装', '100 g tin'), { 'songxi-green-tea': 100 }, 35, 4.5, 190)],
  },
  {
    ...zudun,
    slug: 'songxi-green-tea-sachets',
    name: both('松溪绿茶 小袋', 'Songxi green tea, small sachets'),
    description: both('一袋3克，冷水泡半小时也好喝。', 'Sachets of 3 g; half an hour in cold water does as well.'),
    packs: [pack('songxi-green-tea-60g', both('3克×20袋', '20 × 3 g'), { 'songxi-green-tea': 60 }, 21.8, 4, 140)],
  },
  {
    ...wanqian,
    slug: 'wanqian-brown-sugar',
    family: 'brown-sugar',
    name: both('万前百年蔗红糖 块装', 'Wanqian heritage-cane brown sugar, blocks'),
    description: both(
      '万前村的甘蔗从清代雍正年间一直种到现在。冬天砍蔗，大锅熬成糖，切块晾透再装。',
      'The cane of Wanqian has been growing since the 1720s. It is cut in winter, boiled in open pans, cut into blocks and dried through.',
    ),
    packs: [
      pack('wanqian-brown-sugar-500g', both('500克', '500 g'), { 'wanqian-brown-sugar': 500 }, 36, 2, 560),
      pack('wanqian-brown-sugar-1kg', both('500克×2袋', '2 × 500 g'), { 'wanqian-brown-sugar': 1000 }, 69, 3.5, 1120),
    ],
  },
  {
    ...wanqian,
    slug: 'wanqian-brown-sugar-cubes',
    family: 'brown-sugar',
    name: both('万前百年蔗红糖 小块', 'Wanqian heritage-cane brown sugar, small pieces'),
    description: both('一块约10克，一杯姜茶放一块。', 'Pieces of about 10 g, one for a cup of ginger tea.'),
    packs: [pack('wanqian-brown-sugar-250g', both('250克', '250 g'), { 'wanqian-brown-sugar': 250 }, 19.8, 1.8, 300)],
  },
  {
    ...wanqian,
    slug: 'jushang-chestnut',
    family: 'chestnut',
    name: both('举上锥栗 冷冻', 'Jushang chinkapin chestnut, frozen'),
    description: both(
      '溪东乡举上村的锥栗，采后水选、带壳冷冻。不用解冻，直接下锅煮或炖。',
      'Chestnuts from Jushang in Xidong Township, sorted in water and frozen in the shell. Cook them straight from the freezer.',
    ),
    packs: [
      pack('jushang-chestnut-1kg', both('1公斤', '1 kg'), { 'songxi-chestnut': 1000 }, 39, 3.5, 1300),
      pack('jushang-chestnut-2500g', both('2.5公斤', '2.5 kg'), { 'songxi-chestnut': 2500 }, 95, 6, 3000),
    ],
  },
  {
    ...wanqian,
    slug: 'sutun-honey',
    family: 'honey',
    name: both('夙屯蜂蜜', 'Sutun honey'),
    description: both(
      '郑墩镇夙屯村的蜜，一年取一次，只过滤，不加工。',
      'Honey from Sutun in Zhengdun Town, taken once a year, strained and nothing more.',
    ),
    packs: [pack('sutun-honey-500g', both('500克 玻璃瓶', '500 g glass jar'), { 'songxi-honey': 500 }, 52, 3.5, 780)],
    shelf: 'scarce',
  },
];
