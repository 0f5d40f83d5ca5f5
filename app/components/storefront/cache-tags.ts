/** The tags of the products a page shows: it is made anew when one of them changes. */
export function tagsOfProducts(...shelves: { slug: string }[][]): string {
  return ['products', ...shelves.flat().map(({ slug }) => `product:${slug}`)].join(' ');
}
