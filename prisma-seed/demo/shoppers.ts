/** Where a parcel goes: the county code leads to province and city; the rest is as the shopper typed it. */
export type SampleAddress = { countyCode: string; detail: string; receiver: string; phone: string };
export type SampleShopper = { key: string; name: string; phone: string; email: string; address: SampleAddress };

function shopper(serial: number, name: string, countyCode: string, detail: string): SampleShopper {
  const phone = `199000100${String(serial).padStart(2, '0')}`;
  const key = `shopper-${String(serial).padStart(2, '0')}`;
  return { key, name, phone, email: `${key}@example.com`, address: { countyCode, detail, receiver: name, phone } };
}

/** Ten invented shoppers over the country and in Fujian; streets and numbers do not exist. The first is the persona. */
export const shoppers: readonly SampleShopper[] = [
  shopper(1, '林晓', '350102', '示例路8号3栋602'),
  shopper(2, '陈嘉禾', '350203', '示例街15号2单元901'),
  shopper(3, '王思远', '350702', '示例巷6号'),
  shopper(4, '刘静文', '310115', '示例新村27号401'),
  shopper(5, '赵明轩', '110108', '示例园5号楼1203'),
  shopper(6, '沈知夏', '330106', '示例里11幢2单元702'),
  shopper(7, '何子墨', '440305', '示例花园B座1806'),
  shopper(8, '唐雨薇', '510107', '示例大道99号4栋1单元505'),
  shopper(9, '高远航', '610113', '示例小区12号楼301'),
  shopper(10, '罗安琪', '350582', '示例村18号'),
];
