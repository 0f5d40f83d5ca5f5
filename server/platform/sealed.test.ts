import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealerOf } from './sealed.ts';

const oldKey = Buffer.alloc(32, 1);
const newKey = Buffer.alloc(32, 2);

test('whatever is sealed comes back, in both ways of sealing', () => {
  const sealer = sealerOf([oldKey]);

  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      const wellFormed = text.toWellFormed();
      expect(sealer.unseal(sealer.seal(wellFormed))).toBe(wellFormed);
      expect(sealer.unsealAlike(sealer.sealAlike(wellFormed))).toBe(wellFormed);
    }),
  );
});

test('sealing twice differs, sealing alike does not, and neither shows the text', () => {
  const sealer = sealerOf([oldKey]);

  expect(sealer.seal('13800001234').equals(sealer.seal('13800001234'))).toBe(false);
  expect(sealer.sealAlike('13800001234')).toBe(sealer.sealAlike('13800001234'));
  expect(sealer.sealAlike('13800001234')).not.toBe(sealer.sealAlike('13800001235'));
  expect(sealer.seal('13800001234').includes('1380000')).toBe(false);
});

test('a changed byte anywhere is noticed', () => {
  const sealer = sealerOf([oldKey]);
  const sealed = sealer.seal('6222 0000 0000 1234');

  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => sealer.unseal(changed)).toThrow();
  }
  expect(() => sealer.unseal(sealed.subarray(0, 20))).toThrow('a whole sealed value');
});

test('after a rotation the old key still unseals and the new one seals', () => {
  const sealed = sealerOf([oldKey]).seal('张三');
  const rotated = sealerOf([newKey, oldKey]);

  expect(rotated.unseal(sealed)).toBe('张三');
  expect(sealerOf([newKey]).unseal(rotated.seal('张三'))).toBe('张三');
  expect(() => sealerOf([newKey]).unseal(sealed)).toThrow('to unseal with');
});
