export { type AddFamily, type AddProduce, addFamily, addProduce } from './add-produce.ts';
export { type FreightQuote, type FreightRate, type FreightZone, freightZones, quoteFreight } from './freight.ts';
export { indexOldProducts } from './index-products.ts';
export { findOffers, type Offer, platformBasisPoints, type SaleTerms, saleTerms } from './offers.ts';
export { Family, Produce } from './produce.entity.ts';
export { Pack, PackComponent, Product } from './product.entity.ts';
export { type PublishProduct, publishProduct } from './publish-product.ts';
export { type SearchQuery, searchQuery } from './search.ts';
