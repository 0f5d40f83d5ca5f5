import { type Bilingual, both } from '#seed/bilingual.ts';

/** Invented stories of how a household works, by what it makes. They speak of the work, never of want. */
export const storiesByProduce: Record<string, readonly Bilingual[]> = {
  'wuyi-rougui': [
    both(
      '五月采茶那二十天，一家人天不亮就上山，中午回来摊青。晒青的火候，全凭手背试一试。',
      'For the twenty days of picking in May the family is on the hill before light and spreads the leaf at noon. How far it has withered is felt with the back of the hand.',
    ),
    both(
      '茶园不打除草剂，杂草用刀割，割下来就铺在茶树脚下。二十年前种的肉桂，如今正是好年纪。',
      'Weeds in the garden are cut by hand and left under the bushes. The Rougui planted twenty years ago is in its best age now.',
    ),
    both(
      '父亲做青，儿子焙茶，各守各的火。谁做的批次，罐底都写着。',
      'The father tends the withering, the son the roasting, each at his own fire. The foot of every tin says whose batch it is.',
    ),
  ],
  'wuyi-shuixian': [
    both(
      '水仙树高，采茶要站在凳子上。一天下来能采三十来斤青叶。',
      'Shuixian bushes stand high and are picked from a stool. A day brings in some thirty jin of leaf.',
    ),
    both(
      '焙茶的炭是自己烧的，一笼要守八个钟头。夜里起来翻两次，茶才匀。',
      'The charcoal is burnt at home, and one basket takes eight hours. Turned twice in the night, the tea comes out even.',
    ),
  ],
  'wuyi-dahongpao': [
    both(
      '家里三代人做岩茶，爷爷教的第一件事是扫地：茶间要干净，茶才不串味。',
      'Three generations have made rock tea here. The first thing grandfather taught was to sweep: a clean room keeps the tea clean.',
    ),
  ],
  'zhengshan-xiaozhong': [
    both(
      '青楼里三层楼，底下烧松柴，上面萎凋，屋子里一年到头是松香味。',
      'The withering house has three floors, pine fires below and leaf above, and smells of resin all year.',
    ),
    both(
      '桐木海拔高，春茶比山下晚半个月。晚一点没关系，叶子长得厚。',
      'Tongmu lies high, and its spring is two weeks behind the valley. That is no loss: the leaf grows thick.',
    ),
  ],
  'zhenghe-gongfu': [
    both(
      '红茶发酵要守着温度，屋里放一盆热水、一支温度计。闻到果香，就该烘了。',
      'Black tea ferments by temperature: a basin of hot water, a thermometer, and when it smells of fruit it is time for the drier.',
    ),
    both(
      '春天采茶，夏天管竹山，秋天收稻子，一年四季都有活干。',
      'Tea in spring, the bamboo in summer, rice in autumn: there is work in every season.',
    ),
  ],
  'zhenghe-shoumei': [
    both(
      '白茶看天吃饭，太阳好的时候竹匾摆满院子，鸡都要赶到屋后去。',
      'White tea depends on the sky. On sunny days the yard is full of trays and the hens are sent behind the house.',
    ),
    both(
      '每年留一百斤寿眉不卖，放在楼上，想看看十年以后是什么味道。',
      'A hundred jin of Shoumei stay upstairs each year, to learn what they taste like after ten.',
    ),
  ],
  'zhenghe-baimudan': [
    both(
      '采白牡丹要看芽头，一芽一叶最好。两个人一天采十来斤青叶，手上全是茶香。',
      'White Peony is picked bud by bud, best with a single leaf. Two people bring home ten jin a day, and their hands smell of tea.',
    ),
    both(
      '茶青市场开市那几天，凌晨三点就有人点灯。自家的叶子自家萎凋，不急着卖青。',
      'When the leaf market opens, lamps are lit at three in the morning. This house withers its own leaf and is in no hurry to sell.',
    ),
  ],
  'songxi-green-tea': [
    both(
      '清明前的茶最嫩，锅温也最难拿。炒了三十年，手一伸就知道几度。',
      'Leaf from before Qingming is the tenderest and the hardest to fire. After thirty years a hand over the pan knows the degree.',
    ),
    both(
      '茶园边上留着桂花树和油茶，虫子有鸟吃，茶叶省一道药。',
      'Osmanthus and oil-tea trees stand beside the rows; birds take the insects, and one spraying is saved.',
    ),
  ],
  'shaowu-suitong': [
    both(
      '茶山在林子里，采一趟要走四十分钟。带一壶水，两个饭团，太阳落山才下来。',
      'The tea grows in the woods, forty minutes on foot. With water and two rice balls one comes down at sunset.',
    ),
  ],
  'shunchang-ponkan': [
    both(
      '三百来棵芦柑树，每一棵冬天都要修枝。果子留得稀一点，个头就匀。',
      'Some three hundred ponkan trees, each pruned in winter. With fewer fruit left on, they grow even.',
    ),
    both(
      '采果用圆头剪，一果两剪，果蒂要平，免得在筐里互相扎伤。',
      'Fruit is cut twice with blunt scissors, the stalk flush, so that none pricks another in the basket.',
    ),
    both(
      '十一月每天采三十筐，晚上在院子里挑果，邻居也来帮忙。',
      'In November thirty baskets come in each day, and neighbours help with the sorting in the yard at night.',
    ),
  ],
  'jianou-navel-orange': [
    both(
      '脐橙要等霜下过一场才甜，所以宁可晚几天采。树下铺稻草，保水又防草。',
      'Navel oranges turn sweet after the first frost, so the picking waits. Straw under the trees keeps water in and weeds down.',
    ),
  ],
  'jianyang-tangelo': [
    both(
      '桔柚皮薄，一颗一颗放，不能扔。一家四口，一天采一千斤。',
      'Tangelos have thin skins and are laid down one by one. A family of four picks half a tonne a day.',
    ),
  ],
  'pucheng-rice': [
    both(
      '家里种了十二亩水稻，插秧请邻居，收割用机器。新米下来先给老人煮一锅。',
      'Twelve mu of rice, planted with the neighbours and cut by machine. The first pot of new rice is for the grandparents.',
    ),
    both(
      '田是山泉水灌的，水凉，稻子长得慢，多长十来天。',
      'The fields drink cold spring water; the rice grows slowly and takes some ten days more.',
    ),
    both(
      '稻子收完种油菜，油菜翻进田里当肥，省一半化肥。',
      'After the rice comes rape, which is ploughed in and saves half the fertilizer.',
    ),
  ],
  'pucheng-coix': [
    both(
      '薏米秆子硬，镰刀一天要磨三回。晒足三个太阳，一咬就脆，才能入仓。',
      'Coix stalks are hard, and the sickle is sharpened three times a day. After three days of sun a seed snaps between the teeth and may go into store.',
    ),
  ],
  'pucheng-osmanthus': [
    both(
      '丹桂花期只有一个星期，树下铺布，轻轻摇，不用竹竿打。',
      'Red osmanthus flowers for one week. A cloth goes under the tree, which is shaken gently and never beaten.',
    ),
  ],
  'jianou-chestnut': [
    both(
      '锥栗熟了自己落，天亮前先捡一遍，不然松鼠捡得更快。',
      'Ripe chestnuts fall by themselves and are gathered before dawn, or the squirrels are quicker.',
    ),
    both(
      '栗子捡回来当天水选，浮的留着喂猪，沉的才交。',
      'On the day they come in the nuts go into water: those that float feed the pig, those that sink are delivered.',
    ),
  ],
  'songxi-chestnut': [
    both(
      '举上人家家家有锥栗山。树是爷爷手里种的，最大的一棵一年能收两百斤。',
      'Every house in Jushang has its chestnut hill. Grandfather planted these trees, and the largest gives a hundred kilos a year.',
    ),
    both(
      '捡栗子要戴厚手套，一天下来还是满手刺。晚上一边挑刺一边算账，心里踏实。',
      'Thick gloves and still a hand full of prickles. In the evening they are picked out while the day is reckoned up.',
    ),
  ],
  'jianyang-lotus-seed': [
    both(
      '八月天采莲，清早四点下田，太阳上来就收工。剥莲、通芯，一家老小围一桌。',
      'In August the picking starts at four and ends with the sun. Shelling and coring is done by all ages round one table.',
    ),
    both(
      '莲田里放了鱼，鱼吃虫，莲子不用打药。',
      'Fish live among the lotus and eat what would harm it, so nothing is sprayed.',
    ),
  ],
  'wufu-lotus-seed': [
    both(
      '荷花开的时候游客多，莲蓬采下来要赶在当天剥好。烘莲子的火要小，急了会裂。',
      'When the lotus is in flower visitors come; the pods are shelled on the same day. The drying fire stays low, or the seed cracks.',
    ),
  ],
  'wanqian-brown-sugar': [
    both(
      '宿根的甘蔗一年一年自己发，只要冬天盖好土。熬糖那几天，全村都是甜的。',
      'The old cane shoots again each year if it is covered with soil in winter. While the sugar boils the whole village smells sweet.',
    ),
    both(
      '七口锅连着烧，从第一口舀到第七口，水就成了糖。火候在老人眼里。',
      'Seven pans stand in a row; ladled from the first to the seventh, juice becomes sugar. The old people see when it is done.',
    ),
  ],
  'xiaohu-brown-sugar': [
    both(
      '腊月里砍蔗，白天榨汁，夜里熬糖，一锅出八十斤。',
      'The cane is cut in the last month, pressed by day and boiled by night, forty kilos to the pan.',
    ),
  ],
  'shunchang-honey': [
    both(
      '蜂箱散在三个山坳，开花的地方不一样，蜜的颜色也不一样。一年只取两回，留够蜂过冬。',
      'The hives stand in three hollows, and the honey takes its colour from what flowers there. It is taken twice a year, with enough left for the winter.',
    ),
    both(
      '养蜂先看天，再看花，最后才看账。四十箱蜂，每一箱都编了号。',
      'A keeper looks at the sky, then at the flowers, and only then at the accounts. Forty hives, each with its number.',
    ),
    both(
      '春天怕雨，夏天怕热，箱顶都盖着杉树皮。',
      'Spring threatens with rain, summer with heat; every hive has a roof of fir bark.',
    ),
  ],
  'shaowu-honey': [
    both(
      '水口寨的蜂六月取蜜，摇蜜那天全家都来帮忙，孩子守着第一勺。',
      'In Shuikouzhai the honey is taken in June. The whole family turns the extractor, and the children wait for the first spoon.',
    ),
    both(
      '从外婆那里分来的两箱蜂，七年养到三十二箱。',
      'Two hives from a grandmother have become thirty-two in seven years.',
    ),
  ],
  'songxi-honey': [
    both(
      '那年大水过后，蜂箱都搬到了高处。早晚各走一趟，一趟三里路。',
      'Since the flood the hives stand on high ground. It is a walk of a kilometre and a half, mornings and evenings.',
    ),
  ],
  'dali-bamboo-fungus': [
    both(
      '竹荪破口到开裙只要两个钟头，所以凌晨三点就戴着头灯下田。',
      'From breaking open to full skirt takes a bamboo fungus two hours, so the work begins at three with a headlamp.',
    ),
    both(
      '菌棒用的是山上的竹屑，收完翻进田里，来年种稻子。',
      'The beds are made of bamboo chips from the hill and are dug into the field for next year’s rice.',
    ),
  ],
  'yanshan-bamboo-fungus': [
    both(
      '烘房一次能烘两百斤鲜竹荪，出来不到二十斤。火一直在，人也一直在。',
      'The drier takes a hundred kilos of fresh fungus and gives back less than ten. As long as the fire burns, someone is there.',
    ),
  ],
  'jianyang-red-mushroom': [
    both(
      '红菇窝在哪里，一家只告诉一家人。下雨后第三天上山，采大留小。',
      'Where the mushrooms grow is told only inside the family. On the third day after rain they climb, take the large and leave the small.',
    ),
  ],
  'dried-bamboo-shoot': [
    both(
      '春笋出土到成竹只有二十天，挖、煮、压、晒，一步都拖不得。',
      'A spring shoot is bamboo in twenty days; digging, boiling, pressing and drying cannot wait.',
    ),
  ],
  'winter-bamboo-shoot': [
    both(
      '冬笋不露头，要看竹叶的颜色、听脚下的声音。挖完把土盖回去，明年还有。',
      'Winter shoots stay hidden: one reads the leaves and listens underfoot. The soil goes back, so there will be more next year.',
    ),
  ],
  'guangze-eggs': [
    both(
      '一百多只鸡白天在竹林里，傍晚听见敲盆就回来。蛋早晚各捡一次。',
      'More than a hundred hens spend the day under bamboo and come home when a basin is struck. Eggs are gathered mornings and evenings.',
    ),
    both(
      '鸡吃自家的稻谷和菜叶，一天半斤蛋多几枚少几枚，都记在日历上。',
      'The hens eat rice and greens of the house, and each day’s eggs are written on the calendar.',
    ),
  ],
  'yanping-lily': [
    both(
      '百合种球下地，九十天见花。棚里的温度手机上看，夜里起来关一次风口。',
      'A lily bulb flowers ninety days after planting. The phone shows the warmth of the house, and once a night the vents are closed.',
    ),
  ],
  'jian-ware-cup': [
    both(
      '一窑烧十几个钟头，开窑之前谁也不知道成几只。留下的，都是火给的。',
      'A firing takes more than ten hours, and until the kiln is opened nobody knows how many come out well. What is kept, the fire has given.',
    ),
    both(
      '夫妻两个，一个拉坯，一个上釉，话不多，活儿都在盏上。',
      'Of the couple one throws and one glazes. They say little; it is all in the bowls.',
    ),
  ],
};
