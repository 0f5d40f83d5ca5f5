export { hasOpenClaim } from '#server/after-sales/index.ts';
