/**
 * Samples of what takes something off: the platform's coupon to begin with, and a cooperative that cuts its own price.
 * Both are of today, so that no order of the past had them.
 */
export const samplePromotions = [
  {
    code: 'DAOHU5',
    name: '到户见面礼（样品）',
    nameEn: 'Welcome gift (sample)',
    funderKind: 'platform',
    kind: 'amount',
    amount: '5',
    threshold: '39',
    budget: '5000',
    usesMax: '1000',
    usesPerBuyer: '1',
    stacks: true,
  },
  {
    code: 'TANGELO-5',
    automatic: true,
    name: '桔柚尝鲜减 5%（样品）',
    nameEn: 'First tangelos, 5% off (sample)',
    funderKind: 'seller',
    kind: 'percent',
    percent: '5',
    scope: 'products',
    scopeCodes: 'jianyang-tangelo',
    budget: '2000',
    stacks: true,
  },
] as const;

/** Whose price the automatic one cuts. */
export const TANGELO_PRODUCT = 'jianyang-tangelo';
