import sharp from 'sharp';
import { expect, test } from 'vitest';
import { run, sql, transact } from '#server/platform/index.ts';
import { openWorld } from '#server/testing/index.ts';
import { keepImage, readFile } from './keep-file.ts';
import { readImage } from './read-image.ts';

const MEGABYTE = 1_048_576;
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3b6b3b' } });

test('a picture is kept upright, at most 1600 dots a side, and without what the camera wrote beside it', async () => {
  const sent = await blank(3000, 2000)
    .withExif({ IFD0: { Copyright: '林晓', Orientation: '6' }, IFD3: { GPSLatitude: '26/1 47/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

  const kept = await readImage(sent, { maxBytes: MEGABYTE });

  expect(await sharp(kept.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1067, height: 1600 });
  expect((await sharp(kept.bytes).metadata()).exif).toBeUndefined();
  expect(await sharp(kept.thumbnail).metadata()).toMatchObject({ width: 160, height: 240 });
});

test('PNG and WebP become JPEG; a small picture is not blown up', async () => {
  for (const sent of [await blank(300, 200).png().toBuffer(), await blank(300, 200).webp().toBuffer()]) {
    const { bytes } = await readImage(sent, { maxBytes: MEGABYTE });
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 300, height: 200 });
  }
});

test('what is no picture is refused with its reason: text, SVG, a cut one, too many bytes, a bomb', async () => {
  const whole = await blank(800, 600).jpeg().toBuffer();
  const bomb = await blank(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer();
  const refusals = [
    [Buffer.from('a note, not a picture'), 'files.not-an-image'],
    [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
      'files.not-an-image',
    ],
    [Buffer.alloc(0), 'files.not-an-image'],
    [whole.subarray(0, whole.length / 2), 'files.broken-image'],
    [Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(64)]), 'files.broken-image'],
    [Buffer.alloc(MEGABYTE + 1), 'files.too-large'],
    [bomb, 'files.too-many-pixels'],
  ] as const;
  for (const [sent, code] of refusals) {
    await expect(readImage(sent, { maxBytes: MEGABYTE }), code).rejects.toMatchObject({ kind: 'invalid', code });
  }
});

test('a file is kept with its transaction or not at all, and is never changed', async () => {
  await using world = await openWorld();
  const image = await readImage(await blank(900, 600).jpeg().toBuffer(), { maxBytes: MEGABYTE });

  const id = await transact(world.system(), (tx) => keepImage(tx, image));
  const undone = transact(world.system(), async (tx) => {
    await keepImage(tx, image);
    throw new Error('the claim was refused');
  });

  await expect(undone).rejects.toThrow('the claim was refused');
  expect(await world.rows(sql`select id, size from file`)).toEqual([{ id, size: image.bytes.byteLength }]);
  expect((await readFile(world.visitor(), id)).bytes.equals(image.bytes)).toBe(true);
  expect((await readFile(world.visitor(), id, 'thumbnail')).bytes.equals(image.thumbnail)).toBe(true);
  await expect(readFile(world.visitor(), '019e0000-0000-7000-8000-000000000000')).rejects.toMatchObject({
    code: 'files.unknown',
  });
  await expect(run(world.system(), sql`update file set bytes = '\\x00'`)).rejects.toThrow('never changed');
});
