import { type Bilingual, both } from '#seed/bilingual.ts';
import { present } from '#server/kernel/errors.ts';
import { households } from './households.ts';

export type PersonaRole =
  | 'shopper'
  | 'cooperative-clerk'
  | 'venue-cashier'
  | 'household'
  | 'village-helper'
  | 'county-office'
  | 'unit-buyer'
  | 'union-officer'
  | 'bookkeeper'
  | 'administrator';

/** Somebody to sign in as with one click. The order is the one of the sign-in page. */
export type Persona = {
  key: string;
  role: PersonaRole;
  name: Bilingual;
  /** A seller's key, a buyer organization's key, or null. */
  organization: string | null;
  /** A household's code, or null. */
  household: string | null;
  /** A county's or village's code where the role has an area. */
  area: string | null;
  description: Bilingual;
};

/** Work units and unions that buy; they sell nothing, so they are not among the organizations. */
export type SampleBuyer = {
  key: string;
  kind: 'unit' | 'union' | 'county-office';
  name: Bilingual;
  regionCode: string;
  parent: string | null;
};

export const buyers: readonly SampleBuyer[] = [
  {
    key: 'yanping-hospital',
    kind: 'unit',
    name: both('延平区第九医院（示例）', 'Ninth Hospital of Yanping (sample)'),
    regionCode: '350702',
    parent: null,
  },
  {
    key: 'yanping-hospital-union',
    kind: 'union',
    name: both('延平区第九医院工会（示例）', 'Union of the Ninth Hospital of Yanping (sample)'),
    regionCode: '350702',
    parent: 'yanping-hospital',
  },
  {
    key: 'shunchang-county-office',
    kind: 'county-office',
    name: both('顺昌县消费帮扶工作专班（示例）', 'Shunchang County Consumption Aid Desk (sample)'),
    regionCode: '350721',
    parent: null,
  },
];

const FUSHI = '350721106204';

/** The household persona is one of Fushi with fruit, bees and a story, so that its page has something to show. */
export const householdPersona = present(
  households.find(
    (household) => household.villageCode === FUSHI && household.capacities.length > 1 && household.story !== null,
  ),
  'a household of Fushi with two kinds of produce and a story',
);

export const personas: readonly Persona[] = [
  {
    key: 'shopper',
    role: 'shopper',
    name: both('林晓（示例）', 'Lin Xiao (sample)'),
    organization: null,
    household: null,
    area: null,
    description: both(
      '住在福州，给家里买米买茶，也给爸妈寄果子。',
      'Lives in Fuzhou, buys rice and tea and sends fruit to her parents.',
    ),
  },
  {
    key: 'coop-clerk',
    role: 'cooperative-clerk',
    name: both('黄桂香（示例）', 'Huang Guixiang (sample)'),
    organization: 'fushi-citrus',
    household: null,
    area: null,
    description: both(
      '富石果园合作社的业务员：打包、发货、看各批还有多少货。',
      'Clerk of the Fushi orchard cooperative: packs, ships, and sees what is left of each lot.',
    ),
  },
  {
    key: 'cashier',
    role: 'venue-cashier',
    name: both('吴志明（示例）', 'Wu Zhiming (sample)'),
    organization: 'nanping-centre',
    household: null,
    area: null,
    description: both(
      '展销中心的收银员。收银台筹备中。',
      'Cashier of the exhibition centre. The till is not open yet.',
    ),
  },
  {
    key: 'household',
    role: 'household',
    name: both(`${householdPersona.name['zh-CN']}（示例）`, `${householdPersona.name.en} (sample)`),
    organization: null,
    household: householdPersona.code,
    area: null,
    description: both(
      '富石村的农户，种芦柑、养蜂。看自己的结算单，有一张等着回话。',
      'Of Fushi Village, grows ponkan and keeps bees. Reads what is paid to the household; one statement waits for an answer.',
    ),
  },
  {
    key: 'village-helper',
    role: 'village-helper',
    name: both('叶秀珠（示例）', 'Ye Xiuzhu (sample)'),
    organization: null,
    household: null,
    area: FUSHI,
    description: both(
      '富石村的帮办员：看村里哪些户卖出了货，替不方便上网的农户回结算单。',
      'Helper of Fushi Village: sees which households have sold, and answers statements for those who cannot go online.',
    ),
  },
  {
    key: 'county-office',
    role: 'county-office',
    name: both('郑文彬（示例）', 'Zheng Wenbin (sample)'),
    organization: 'shunchang-county-office',
    household: null,
    area: '350721',
    description: both(
      '顺昌县专班：看全县各户产什么、到了多少单、谁家还没卖出。',
      'County desk of Shunchang: sees what each household makes, what it sold, and who has not sold yet.',
    ),
  },
  {
    key: 'unit-buyer',
    role: 'unit-buyer',
    name: both('苏丽云（示例）', 'Su Liyun (sample)'),
    organization: 'yanping-hospital',
    household: null,
    area: null,
    description: both(
      '医院食堂的采购员。单位采购的工作台筹备中。',
      'Buys for a hospital canteen. The desk for work units is not open yet.',
    ),
  },
  {
    key: 'union-officer',
    role: 'union-officer',
    name: both('周建华（示例）', 'Zhou Jianhua (sample)'),
    organization: 'yanping-hospital-union',
    household: null,
    area: null,
    description: both(
      '医院工会的干部。工会的工作台筹备中。',
      'Union officer of the hospital. The desk for unions is not open yet.',
    ),
  },
  {
    key: 'bookkeeper',
    role: 'bookkeeper',
    name: both('詹玉梅（示例）', 'Zhan Yumei (sample)'),
    organization: 'platform',
    household: null,
    area: null,
    description: both(
      '平台会计：看每户、每单的账，逐条对账，编发放批次，回农户的异议。',
      'Bookkeeper of the platform: reads every entry, proves the books, makes payout runs and answers objections.',
    ),
  },
  {
    key: 'second-bookkeeper',
    role: 'bookkeeper',
    name: both('连素琴（示例）', 'Lian Suqin (sample)'),
    organization: 'platform',
    household: null,
    area: null,
    description: both(
      '平台的另一位会计：复核詹玉梅编的发放批次。谁编的批次，都要由另一个人复核。',
      'The other bookkeeper: approves the payout runs Zhan Yumei makes. Nobody approves a run of his own.',
    ),
  },
  {
    key: 'administrator',
    role: 'administrator',
    name: both('管理员（示例）', 'Administrator (sample)'),
    organization: 'platform',
    household: null,
    area: null,
    description: both(
      '看账号与身份、后台任务是否按时跑，也能进账房和市县乡村。',
      'Sees accounts, roles and whether background work runs in time; may enter the books and the offices.',
    ),
  },
];
