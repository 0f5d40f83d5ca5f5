import type { LoaderFunctionArgs } from '@remix-run/node';
import { drawingSvg } from '../components/drawings/drawing-svg.ts';
import { isDrawingFamily, isSceneName } from '../components/drawings/families.ts';
import { sceneSvg } from '../components/drawings/scenes.ts';

const SEED_LENGTH_MAX = 80;

/** A drawing as a file of its own, kept by the browser for a year. */
export function loader({ params }: LoaderFunctionArgs) {
  const { family = '', file = '' } = params;
  const seed = file.endsWith('.svg') ? file.slice(0, -4) : '';
  if (!seed || seed.length > SEED_LENGTH_MAX) throw notDrawn();
  if (family === 'scene') {
    if (!isSceneName(seed)) throw notDrawn();
    return svg(sceneSvg(seed));
  }
  return svg(drawingSvg(isDrawingFamily(family) ? family : 'gift-box', seed));
}

function svg(body: string): Response {
  return new Response(body, {
    headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=31536000, immutable' },
  });
}

function notDrawn(): Response {
  return new Response(null, { status: 404 });
}
