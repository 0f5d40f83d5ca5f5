import { type DrawingFamily, drawingHref } from '#app/components/drawings/families.ts';

/** What stands for a product: a photograph where there is one, else a drawing of its family made unlike its neighbours' by the seed. */
export type PictureOf = { photo: string } | { family: DrawingFamily | (string & {}); seed: string };

type PictureProps = { of: PictureOf; alt: string; size?: number; eager?: boolean };

/** A square picture. Pass an empty alt where the name stands right beside it. */
export function Picture({ of, alt, size = 320, eager = false }: PictureProps) {
  const src = 'photo' in of ? of.photo : drawingHref(of.family, of.seed);
  return <img className="picture" src={src} alt={alt} width={size} height={size} loading={eager ? 'eager' : 'lazy'} />;
}
