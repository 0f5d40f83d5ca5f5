import { type Bilingual, both } from '#seed/bilingual.ts';
import { socialCreditCheckDigit } from '#server/kernel/codes.ts';
import { assert, present } from '#server/kernel/errors.ts';

export type OrganizationKind = 'cooperative' | 'leading-enterprise' | 'family-farm' | 'exhibition-centre' | 'platform';

/** An invented seller or operator; names, codes, licences and phones are samples and belong to nobody. */
export type SampleOrganization = {
  key: string;
  kind: OrganizationKind;
  name: Bilingual;
  creditCode: string;
  townshipCode: string;
  introduction: Bilingual;
  /** A number no exchange gives out: local numbers never begin with 0. */
  contactPhone: string;
  /** 食品生产许可证编号; null where nothing it packs needs one. */
  foodLicence: string | null;
  /** Codes of the produce it receives from households. */
  gathers: readonly string[];
};

/** The first two characters say who registers it: an enterprise, an individual business, a farmers' cooperative. */
const creditCodePrefix: Record<OrganizationKind, string> = {
  cooperative: '93',
  'leading-enterprise': '91',
  'family-farm': '92',
  'exhibition-centre': '91',
  platform: '91',
};

type Row = Omit<SampleOrganization, 'creditCode' | 'contactPhone' | 'foodLicence'> & { licenceCategory: string | null };

const rows: readonly Row[] = [
  {
    key: 'xingcun-rock-tea',
    kind: 'cooperative',
    name: both('武夷山市溪谷人家茶叶专业合作社（示例）', 'Creek Valley Tea Cooperative, Wuyishan (sample)'),
    townshipCode: '350782100',
    introduction: both(
      '社员在星村和武夷街道种茶。五月采青，合作社统一做青、烘焙，按户记账。',
      'Members grow tea around Xingcun and Wuyi. The leaf is picked in May; the cooperative makes and roasts it together and keeps a book for each household.',
    ),
    licenceCategory: '114',
    gathers: ['wuyi-rougui', 'wuyi-zhengyan-rougui', 'wuyi-shuixian', 'wuyi-dahongpao'],
  },
  {
    key: 'tongmu-black-tea',
    kind: 'leading-enterprise',
    name: both('武夷山松烟小种茶业有限公司（示例）', 'Pine Smoke Souchong Tea Company, Wuyishan (sample)'),
    townshipCode: '350782100',
    introduction: both(
      '向桐木、黎源、坑口的农户收购红毛茶，称重当面看价，当场结清。',
      'Buys crude black tea from households in Tongmu, Liyuan and Kengkou. The price hangs beside the scale and is paid on the spot.',
    ),
    licenceCategory: '114',
    gathers: ['zhengshan-xiaozhong', 'tongmu-old-bush'],
  },
  {
    key: 'wufu-lotus',
    kind: 'family-farm',
    name: both('武夷山市五夫荷田家庭农场（示例）', 'Lotus Field Family Farm, Wufu (sample)'),
    townshipCode: '350782102',
    introduction: both(
      '自家种莲，也替邻近几个村的农户烘干、代销莲子。',
      'Grows its own lotus, and dries and sells the seed of households in the villages around.',
    ),
    licenceCategory: null,
    gathers: ['wufu-lotus-seed'],
  },
  {
    key: 'chengyuan-white-tea',
    kind: 'cooperative',
    name: both('政和县云根白茶专业合作社（示例）', 'Cloud Root White Tea Cooperative, Zhenghe (sample)'),
    townshipCode: '350725203',
    introduction: both(
      '澄源、杨源、石屯的茶农把日晒萎凋好的白茶交到合作社，分级、压饼、装箱都在一处。',
      'Growers in Chengyuan, Yangyuan and Shitun bring in sun-withered white tea; grading, pressing and packing happen under one roof.',
    ),
    licenceCategory: '114',
    gathers: ['zhenghe-shoumei', 'zhenghe-baimudan', 'zhenghe-yinzhen'],
  },
  {
    key: 'dongping-tea',
    kind: 'leading-enterprise',
    name: both('政和东平山场茶业有限公司（示例）', 'Dongping Hill Tea Company, Zhenghe (sample)'),
    townshipCode: '350725101',
    introduction: both(
      '与农户签季节收购协议，有保护价，做政和工夫红茶和白牡丹。',
      'Signs seasonal contracts with a protected price and makes Zhenghe Gongfu black tea and White Peony.',
    ),
    licenceCategory: '114',
    gathers: ['zhenghe-gongfu', 'zhenghe-baimudan'],
  },
  {
    key: 'zudun-green-tea',
    kind: 'cooperative',
    name: both('松溪县祖墩云雾绿茶专业合作社（示例）', 'Zudun Mist Green Tea Cooperative, Songxi (sample)'),
    townshipCode: '350724205',
    introduction: both(
      '清明前后采茶，当天采、当天炒。社员可以在社里看到自己那一批的去向。',
      'Picks around Qingming and fires the leaf on the same day. Members can look up where their own batch went.',
    ),
    licenceCategory: '114',
    gathers: ['songxi-green-tea'],
  },
  {
    key: 'wanqian-cane',
    kind: 'cooperative',
    name: both('松溪县百年蔗农产品专业合作社（示例）', 'Heritage Cane Cooperative, Songxi (sample)'),
    townshipCode: '350724101',
    introduction: both(
      '冬至前后砍蔗熬糖。也收举上的锥栗、夙屯的蜂蜜，帮农户一起卖。',
      'Cuts and boils cane around the winter solstice, and sells the chestnuts of Jushang and the honey of Sutun along with it.',
    ),
    licenceCategory: '121',
    gathers: ['wanqian-brown-sugar', 'songxi-chestnut', 'songxi-honey'],
  },
  {
    key: 'fushi-citrus',
    kind: 'cooperative',
    name: both('顺昌县富石果园专业合作社（示例）', 'Fushi Orchard Cooperative, Shunchang (sample)'),
    townshipCode: '350721106',
    introduction: both(
      '仁寿一带的果农自己的合作社，十一月采果，按大小分级装箱。春夏两季还收蜂蜜。',
      'The fruit growers of Renshou pick in November and grade by size. In summer the cooperative takes in honey too.',
    ),
    licenceCategory: null,
    gathers: ['shunchang-ponkan', 'shunchang-honey'],
  },
  {
    key: 'dali-bamboo-fungus',
    kind: 'cooperative',
    name: both('顺昌县竹影食用菌专业合作社（示例）', 'Bamboo Shade Mushroom Cooperative, Shunchang (sample)'),
    townshipCode: '350721104',
    introduction: both(
      '竹荪清早采、当天烘干。每一筐都挂农户自己的牌子。',
      'Bamboo fungus is picked at dawn and dried the same day. Every basket carries the tag of its household.',
    ),
    licenceCategory: null,
    gathers: ['dali-bamboo-fungus', 'dried-bamboo-shoot'],
  },
  {
    key: 'pucheng-grain',
    kind: 'leading-enterprise',
    name: both('浦城县仙楼粮油有限公司（示例）', 'Immortal Tower Grain Company, Pucheng (sample)'),
    townshipCode: '350722102',
    introduction: both(
      '收稻谷、薏米和丹桂，自有碾米车间，每袋米都能查到批次。',
      'Takes in rice, coix and osmanthus and runs its own mill; every bag of rice leads back to its lot.',
    ),
    licenceCategory: '101',
    gathers: ['pucheng-rice', 'pucheng-coix', 'pucheng-osmanthus'],
  },
  {
    key: 'chuanshi-chestnut',
    kind: 'cooperative',
    name: both('建瓯市川石林果专业合作社（示例）', "Chuanshi Forest Fruit Cooperative, Jian'ou (sample)"),
    townshipCode: '350783202',
    introduction: both(
      '九月收锥栗，十一月收脐橙和冬笋。栗子收来先水选再冷藏。',
      'Chestnuts in September, oranges and winter shoots from November. Chestnuts are sorted in water and then kept cold.',
    ),
    licenceCategory: null,
    gathers: ['jianou-chestnut', 'jianou-navel-orange', 'winter-bamboo-shoot', 'dried-bamboo-shoot'],
  },
  {
    key: 'jianyang-hillside',
    kind: 'cooperative',
    name: both('南平市建阳区山里人农产品专业合作社（示例）', 'Hill Folk Produce Cooperative, Jianyang (sample)'),
    townshipCode: '350703105',
    introduction: both(
      '收崇雒的白莲、黄坑的红菇、麻沙的桔柚，各家各批分开存放。',
      'White lotus from Chongluo, red mushrooms from Huangkeng, tangelos from Masha, each batch kept apart.',
    ),
    licenceCategory: null,
    gathers: ['jianyang-lotus-seed', 'jianyang-red-mushroom', 'jianyang-tangelo'],
  },
  {
    key: 'xiaohu-sugar',
    kind: 'family-farm',
    name: both('建阳区小湖土灶红糖家庭农场（示例）', 'Earthen Stove Family Farm, Xiaohu (sample)'),
    townshipCode: '350703109',
    introduction: both(
      '一口土灶，十来户人家的甘蔗，腊月里熬糖。',
      'One earthen stove, the cane of a dozen households, sugar boiled in the last month of the year.',
    ),
    licenceCategory: '121',
    gathers: ['xiaohu-brown-sugar'],
  },
  {
    key: 'shuiji-kilns',
    kind: 'cooperative',
    name: both('建阳区水吉窑火手工艺专业合作社（示例）', 'Kiln Fire Craft Cooperative, Shuiji (sample)'),
    townshipCode: '350703107',
    introduction: both(
      '水吉镇的家庭窑口各做各的盏，合作社统一选盏、包装、发货。',
      'Family kilns of Shuiji each throw their own bowls; the cooperative selects, packs and ships them.',
    ),
    licenceCategory: null,
    gathers: ['jian-ware-cup', 'jian-ware-fine'],
  },
  {
    key: 'hongdun-bees',
    kind: 'cooperative',
    name: both('邵武市洪墩蜂茶专业合作社（示例）', 'Hongdun Bee and Tea Cooperative, Shaowu (sample)'),
    townshipCode: '350781106',
    introduction: both(
      '水口寨的蜂、和平的茶、沿山的竹荪，由合作社统一装瓶装袋。',
      'Bees of Shuikouzhai, tea of Heping, bamboo fungus of Yanshan, bottled and bagged in one place.',
    ),
    licenceCategory: '114',
    gathers: ['shaowu-honey', 'shaowu-suitong', 'yanshan-bamboo-fungus'],
  },
  {
    key: 'zhima-poultry',
    kind: 'family-farm',
    name: both('光泽县止马竹林家庭农场（示例）', 'Bamboo Grove Family Farm, Zhima (sample)'),
    townshipCode: '350723102',
    introduction: both(
      '鸡在竹林里放养。每周二、周五到各村收蛋，逐户点数。',
      'Hens range under bamboo. Eggs are collected on Tuesdays and Fridays, counted house by house.',
    ),
    licenceCategory: null,
    gathers: ['guangze-eggs', 'guangze-chicken'],
  },
  {
    key: 'wangtai-lily',
    kind: 'cooperative',
    name: both('南平市延平区王台花田专业合作社（示例）', 'Wangtai Flower Field Cooperative, Yanping (sample)'),
    townshipCode: '350702107',
    introduction: both(
      '百合含苞时采，当天分枝、扎束、冷链发出，春节前最忙。',
      'Lilies are cut in bud, sorted, bundled and sent cold on the same day; the weeks before Spring Festival are the busiest.',
    ),
    licenceCategory: null,
    gathers: ['yanping-lily'],
  },
  {
    key: 'nanping-centre',
    kind: 'exhibition-centre',
    name: both('南平市消费帮扶农产品展销中心（示例）', 'Nanping Farm Produce Exhibition and Sales Centre (sample)'),
    townshipCode: '350702003',
    introduction: both(
      '代销十个县市区农户的山货。交货时先看清方式和费用，再签字；卖一件，记一户。',
      'Sells mountain goods on consignment for households of all ten counties. Mode and fee are shown before the goods change hands; each sale is booked to its household.',
    ),
    licenceCategory: null,
    gathers: [
      'shunchang-honey',
      'dali-bamboo-fungus',
      'dried-bamboo-shoot',
      'jianyang-lotus-seed',
      'jianyang-red-mushroom',
      'jianou-chestnut',
      'pucheng-coix',
      'guangze-eggs',
    ],
  },
  {
    key: 'platform',
    kind: 'platform',
    name: both('七销平台运营方（示例）', 'Qixiao Platform Operator (sample)'),
    townshipCode: '350702003',
    introduction: both(
      '只做平台：核对批次、记账、出结算单，自己不买卖货物。',
      'Runs the platform only: checks lots, keeps the books, issues statements, and trades no goods itself.',
    ),
    licenceCategory: null,
    gathers: [],
  },
];

/** The body `MAXXXX` is no registration anybody holds; only the check character is real. */
function sampleCreditCode(row: Row, serial: string): string {
  const first17 = `${creditCodePrefix[row.kind]}${row.townshipCode.slice(0, 6)}MAXXXX${serial}`;
  const check = socialCreditCheckDigit(first17);
  assert(check, `a social credit code can be made of ${first17}`);
  return first17 + check;
}

/** The sellers of the demo world, the centre and the operator. */
export const organizations: readonly SampleOrganization[] = rows.map(({ licenceCategory, ...row }, index) => {
  const serial = String(index + 1).padStart(3, '0');
  return {
    ...row,
    creditCode: sampleCreditCode({ licenceCategory, ...row }, serial),
    contactPhone: `0599-0000${serial}`,
    foodLicence: licenceCategory && `SC${licenceCategory}${row.townshipCode.slice(0, 6)}0${serial}0`,
  };
});

const byKey = new Map(organizations.map((one) => [one.key, one]));

/** The organization of a key; one that is not in the table is a bug. */
export function organizationOf(key: string): SampleOrganization {
  return present(byKey.get(key), `organization ${key}`);
}
