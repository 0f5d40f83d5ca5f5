import { both } from '#seed/bilingual.ts';
import { village } from './sample-village.ts';

/** 松溪, 政和. */
export const easternVillages = [
  village(
    '350724205201',
    '刘源村',
    'Liuyuan',
    ['songxi-green-tea'],
    both(
      '刘源村的龙源绿茶茶园是3A级景区，面积756亩。',
      'The Longyuan green tea garden in Liuyuan is a 3A scenic area of 756 mu (50 hectares).',
    ),
  ),
  village(
    '350724205207',
    '山源村',
    'Shanyuan',
    ['songxi-green-tea'],
    both('山源村有一片可以游玩的花海。', 'Shanyuan has a sea of flowers that visitors come to see.'),
  ),
  village('350724205202', '登山村', 'Dengshan', ['songxi-green-tea']),
  village('350724102219', '渭田村', 'Weitian', ['songxi-green-tea']),
  village(
    '350724101210',
    '万前村',
    'Wanqian',
    ['wanqian-brown-sugar'],
    both(
      '万前村的甘蔗从清代雍正年间种到今天，是中国重要农业文化遗产；2019年有420亩。',
      'The cane of Wanqian has been grown since the 1720s and is a Chinese agricultural heritage; in 2019 it covered 420 mu (28 hectares).',
    ),
  ),
  village(
    '350724101212',
    '夙屯村',
    'Sutun',
    ['songxi-honey'],
    both('夙屯村养蜂110箱。', 'Sutun keeps 110 hives of bees.'),
  ),
  village('350724101209', '梅口村', 'Meikou', ['wanqian-brown-sugar', 'songxi-honey']),
  village('350724101213', '张屯村', 'Zhangtun', ['songxi-honey', 'wanqian-brown-sugar']),
  village(
    '350724203206',
    '举上村',
    'Jushang',
    ['songxi-chestnut'],
    both(
      '举上村160户种锥栗2300亩，一年收约80万斤。',
      'In Jushang 160 households grow chinkapin chestnut on 2,300 mu (153 hectares), some 400 tonnes a year.',
    ),
  ),
  village('350724203201', '东源村', 'Dongyuan', ['songxi-chestnut', 'songxi-honey']),
  village('350724203204', '溪东村', 'Xidong', ['songxi-chestnut']),
  village(
    '350725203202',
    '澄源村',
    'Chengyuan',
    ['zhenghe-shoumei', 'zhenghe-baimudan', 'zhenghe-yinzhen'],
    both('澄源的茶青市场每年四月中旬开市。', 'The fresh-leaf market of Chengyuan opens in mid-April.'),
  ),
  village('350725203206', '香溪村', 'Xiangxi', ['zhenghe-shoumei', 'zhenghe-baimudan']),
  village('350725203214', '上洋村', 'Shangyang', ['zhenghe-shoumei', 'zhenghe-yinzhen']),
  village('350725202202', '杨源村', 'Yangyuan', ['zhenghe-baimudan', 'zhenghe-shoumei']),
  village('350725202215', '洞宫村', 'Donggong', ['zhenghe-shoumei']),
  village('350725101201', '东平村', 'Dongping', ['zhenghe-gongfu', 'zhenghe-baimudan']),
  village('350725101208', '凤头村', 'Fengtou', ['zhenghe-gongfu', 'zhenghe-baimudan']),
  village('350725102201', '石屯村', 'Shitun', ['zhenghe-gongfu', 'zhenghe-yinzhen']),
  village('350725102209', '松源村', 'Songyuan', ['zhenghe-baimudan', 'zhenghe-yinzhen']),
  village(
    '350725103206',
    '江上村',
    'Jiangshang',
    ['zhenghe-gongfu'],
    both('江上村有一片“四季果园”。', 'Jiangshang has an orchard for all four seasons.'),
  ),
  village('350725103201', '铁山村', 'Tieshan', ['zhenghe-gongfu']),
];
