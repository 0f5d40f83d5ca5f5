import { type Bilingual, both } from '#seed/bilingual.ts';
import type { Random } from '#seed/random.ts';

type Syllable = readonly [chinese: string, pinyin: string];

function syllables(text: string): Syllable[] {
  return text.split(' ').map((pair) => {
    const [chinese = '', pinyin = ''] = pair.split('/');
    return [chinese, pinyin];
  });
}

const surnames = syllables(
  '陈/Chen 林/Lin 黄/Huang 张/Zhang 吴/Wu 李/Li 郑/Zheng 王/Wang 刘/Liu 苏/Su 叶/Ye 杨/Yang 周/Zhou 谢/Xie 徐/Xu 江/Jiang 范/Fan 余/Yu 朱/Zhu 丁/Ding 魏/Wei 詹/Zhan 邱/Qiu 许/Xu 蔡/Cai 卢/Lu 潘/Pan 方/Fang 游/You 罗/Luo 邓/Deng 曾/Zeng 廖/Liao 赖/Lai 官/Guan 傅/Fu 童/Tong 姜/Jiang 范/Fan 应/Ying 祝/Zhu 毛/Mao 季/Ji 真/Zhen 练/Lian 杜/Du 翁/Weng 上官/Shangguan 危/Wei 龚/Gong',
);
const given = syllables(
  '桂/gui 兰/lan 秀/xiu 英/ying 春/chun 生/sheng 水/shui 金/jin 木/mu 根/gen 火/huo 旺/wang 土/tu 清/qing 长/chang 发/fa 有/you 福/fu 永/yong 兴/xing 建/jian 华/hua 玉/yu 珠/zhu 梅/mei 莲/lian 香/xiang 荣/rong 德/de 盛/sheng 宗/zong 良/liang 志/zhi 明/ming 文/wen 彬/bin 家/jia 树/shu 松/song 茂/mao 丽/li 云/yun 美/mei 凤/feng 仙/xian 庆/qing 年/nian 光/guang 耀/yao 增/zeng 寿/shou 昌/chang 贵/gui 锦/jin 添/tian 细/xi 妹/mei 冬/dong 月/yue 禾/he 田/tian 青/qing 山/shan 立/li 新/xin',
);

/** An invented name of two or three characters, never one that was given out before. */
export function inventName(random: Random, taken: Set<string>): Bilingual {
  for (;;) {
    const surname = random.pick(surnames);
    const parts = random.sample(given, random.chance(0.85) ? 2 : 1);
    const chinese = surname[0] + parts.map((part) => part[0]).join('');
    if (taken.has(chinese)) continue;
    taken.add(chinese);
    const pinyin = parts.map((part) => part[1]).join('');
    return both(chinese, `${surname[1]} ${pinyin.charAt(0).toUpperCase()}${pinyin.slice(1)}`);
  }
}
