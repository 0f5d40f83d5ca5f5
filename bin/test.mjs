import { underNode24 } from './node24.mjs';

await underNode24(async () => (await import('./launch/test.ts')).test());
