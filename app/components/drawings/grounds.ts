import { type Dice, flat, line, n, ovalPath } from './hand.ts';

/** The paper, two steps of distance on it, and the table or soil in front. */
export type Ground = { paper: string; far: string; near: string; floor: string };

export const grounds = {
  plain: { paper: '#F7F1E2', far: '#EBE2CD', near: '#DDD2B8', floor: '#E9DFC8' },
  warm: { paper: '#F8EBD6', far: '#EFDDBF', near: '#E2CBA5', floor: '#EBD8B8' },
  leaf: { paper: '#EEF1E1', far: '#DDE4CC', near: '#C8D4B4', floor: '#DFE3CC' },
  mist: { paper: '#E9EFEF', far: '#D6E1E2', near: '#BFD0D3', floor: '#DCE3E0' },
  dusk: { paper: '#F6E7DE', far: '#EAD3C6', near: '#D9BCAC', floor: '#E8D3C5' },
} satisfies Record<string, Ground>;

export type Place =
  | 'cliffs'
  | 'hills'
  | 'tea-rows'
  | 'terraces'
  | 'bamboo'
  | 'orchard'
  | 'pond'
  | 'hives'
  | 'pines'
  | 'village'
  | 'kiln'
  | 'yard'
  | 'cane';

const FLOOR = 236;

/** Paper, sky, the hint of a place, and the floor the subject stands on. */
export function drawGround(dice: Dice, ground: Ground, place: Place): string {
  const sky = drawSky(dice, ground);
  const back = ridge(dice, dice.between(128, 146), 30, ground.far);
  const hint = places[place](dice, ground);
  const floor = flat(`M0 ${FLOOR}H320V320H0Z`, ground.floor) + line(`M0 ${FLOOR}H320`, { width: 1.4, opacity: 0.3 });
  return `<path fill="${ground.paper}" d="M0 0H320V320H0Z"/>${sky}${back}${mistBands(dice, ground)}${hint}${floor}`;
}

function drawSky(dice: Dice, ground: Ground): string {
  const x = dice.between(46, 96);
  const y = dice.between(52, 80);
  return dice.pick([
    () => flat(ovalPath(x, y, 27, 27), '#FFFDF4'),
    () => flat(ovalPath(x, y, 25, 25), '#F0C27B', 0.65),
    () => flat(ovalPath(x + 150, y, 25, 25), '#E7A98C', 0.5),
    () => birds(x + 130, y),
    () => flat(`M${n(x)} ${n(y - 20)}a22 22 0 1 0 18 36a26 26 0 0 1 -18 -36Z`, ground.near),
  ])();
}

function birds(x: number, y: number): string {
  const wing = (dx: number, dy: number, s: number) =>
    `M${n(x + dx)} ${n(y + dy)}q${n(4 * s)} ${n(-6 * s)} ${n(9 * s)} 0q${n(4 * s)} ${n(-6 * s)} ${n(9 * s)} 0`;
  return line(`${wing(0, 0, 1)}${wing(26, -12, 0.7)}${wing(34, 8, 0.55)}`, { width: 1.6, opacity: 0.55 });
}

/** A soft skyline from edge to edge. */
export function ridge(dice: Dice, top: number, rise: number, colour: string): string {
  let d = `M-10 ${n(top + dice.between(-rise, rise) / 2)}`;
  for (let x = 40; x <= 340; x += 75) {
    const y = top + dice.between(-rise, rise);
    d += `S${n(x - 22)} ${n(y)} ${n(x)} ${n(y)}`;
  }
  return flat(`${d}V240H-10Z`, colour);
}

/** Mist lies in flat bands before the hills, as on a scroll. */
function mistBands(dice: Dice, ground: Ground): string {
  const band = (x: number, y: number, w: number) =>
    `M${n(x)} ${n(y)}h${n(w)}a6 6 0 0 1 0 12h${n(-w * 0.7)}a6 6 0 0 1 0 12h${n(-w * 0.5)}a6 6 0 0 1 0 -12h${n(w * 0.1)}a6 6 0 0 1 ${n(w * 0.1)} -12Z`;
  return flat(
    band(dice.between(-20, 40), dice.between(150, 172), 110) +
      band(dice.between(200, 250), dice.between(128, 160), 110),
    ground.paper,
    0.85,
  );
}

const places: Record<Place, (dice: Dice, ground: Ground) => string> = {
  /** The round-shouldered red cliffs of Wuyi, here in mist. */
  cliffs(dice, { near, far }) {
    const block = (x: number, w: number, top: number) =>
      `M${n(x)} 240V${n(top + 40)}C${n(x + 2)} ${n(top + 8)} ${n(x + w * 0.28)} ${n(top)} ${n(x + w * 0.55)} ${n(top)}S${n(x + w)} ${n(top + 22)} ${n(x + w)} ${n(top + 58)}V240Z`;
    const shift = dice.between(-16, 16);
    const strata = (x: number, top: number) =>
      line(`M${n(x + 14)} ${n(top + 46)}v74M${n(x + 26)} ${n(top + 30)}v60M${n(x + 44)} ${n(top + 38)}v92`, {
        width: 2,
        colour: far,
      });
    return (
      flat(block(226 + shift, 66, 72) + block(280 + shift, 70, 112) + block(-14 + shift, 60, 104), near) +
      strata(228 + shift, 72) +
      strata(-12 + shift, 104)
    );
  },
  hills: (dice, { near }) => ridge(dice, 190, 18, near),
  'tea-rows'(dice, { near, floor }) {
    const tilt = dice.between(-8, 8);
    const rows = [172, 188, 205, 223].map((y, row) => {
      const bumps = 30 - row * 3;
      const r = 320 / bumps + row;
      let d = `M-10 ${n(y + tilt + r)}`;
      for (let x = -10; x < 330; x += r * 2) d += `q${n(r)} ${n(-r * 1.5)} ${n(r * 2)} 0`;
      return flat(`${d}V242H-10Z`, row % 2 ? near : floor) + line(d, { width: 1.1, opacity: 0.22 });
    });
    return rows.join('');
  },
  terraces(dice, { near, floor, far }) {
    const turn = dice.between(-14, 14);
    return [166, 180, 195, 212, 228]
      .map((y, step) => {
        const d = `M-10 ${n(y + turn)}C60 ${n(y - 22 + turn)} 110 ${n(y + 16)} 170 ${n(y + 2)}S280 ${n(y - 16 - turn)} 330 ${n(y - 4 - turn)}`;
        return (
          flat(`${d}V242H-10Z`, [near, floor, far, near, floor][step] ?? near) + line(d, { width: 1.2, opacity: 0.25 })
        );
      })
      .join('');
  },
  bamboo(dice, { near, far }) {
    const stem = (x: number, w: number, colour: string) => {
      const lean = dice.between(-7, 7);
      let d = '';
      const joints = dice.between(34, 46);
      for (let y = -8; y < 240; y += joints) {
        d += `M${n(x + (lean * (240 - y)) / 240)} ${n(y)}l${n((-lean * joints) / 240)} ${n(joints - 3)}`;
      }
      return line(d, { width: w, colour });
    };
    const tuft = (x: number, y: number, side: number) =>
      flat(
        `M${x} ${y}q${16 * side} -4 ${30 * side} 8q${-18 * side} 2 ${-30 * side} -8ZM${x} ${y}q${14 * side} 6 ${22 * side} 22q${-16 * side} -8 ${-22 * side} -22ZM${x} ${y}q${18 * side} -14 ${34 * side} -12q${-12 * side} 12 ${-34 * side} 12Z`,
        near,
      );
    const at = Math.round(dice.between(-8, 10));
    return [
      stem(62 + at, 7, far),
      stem(100 + at, 5, far),
      stem(232 - at, 7, far),
      stem(22 + at, 11, near),
      stem(284 - at, 12, near),
      stem(310 - at, 8, near),
      tuft(26 + at, 66, 1),
      tuft(282 - at, 40, -1),
      tuft(286 - at, 118, -1),
      tuft(20 + at, 138, 1),
    ].join('');
  },
  orchard(dice, { near, far, floor }) {
    const tree = (x: number, y: number, r: number, colour: string) =>
      flat(`${ovalPath(x, y - r, r * 1.05, r)}M${n(x - 2)} ${n(y - r)}h4v${n(r + 8)}h-4Z`, colour);
    const at = dice.between(-12, 12);
    return (
      flat('M-10 206C60 186 130 200 190 190S290 186 330 196V242H-10Z', far) +
      [18, 70, 246, 300].map((x) => tree(x + at, 204, 20, floor)).join('') +
      [-4, 40, 276, 322].map((x) => tree(x + at, 226, 29, near)).join('')
    );
  },
  pond(dice, { near, far, paper }) {
    const leaf = (x: number, y: number, r: number, colour: string) => flat(ovalPath(x, y, r, r * 0.3), colour);
    const at = dice.between(-14, 14);
    return (
      flat('M0 178H320V240H0Z', far) +
      line('M10 190h52M96 200h40M206 188h70M30 222h38M252 212h58M180 226h44', { width: 1.6, colour: paper }) +
      leaf(40 + at, 200, 30, near) +
      leaf(282 + at, 206, 36, near) +
      leaf(238 + at, 190, 18, near) +
      line(`M${n(280 + at)} 204V150M${n(40 + at)} 198V160`, { width: 3, colour: near }) +
      flat(`M${n(262 + at)} 150q18 -22 36 0q-18 10 -36 0Z`, near) +
      flat(`M${n(40 + at)} 160q-14 -12 -6 -30q6 8 6 8q0 0 6 -8q8 18 -6 30Z`, near)
    );
  },
  hives(dice, { near, far, floor }) {
    const hive = (x: number, y: number) =>
      flat(`M${x} ${y}h36v30h-36Z`, floor) +
      flat(`M${x - 5} ${y - 8}h46v8h-46Z`, near) +
      line(`M${x} ${y + 15}h36M${x + 11} ${y + 25}h14`, { width: 1.8, colour: near }) +
      line(`M${x} ${y}h36v30h-36Z`, { width: 1.1, opacity: 0.25 });
    const at = Math.round(dice.between(-10, 10));
    return (
      flat('M-10 200C70 176 140 208 210 194S300 182 330 190V242H-10Z', far) +
      hive(14 + at, 186) +
      hive(264 + at, 178) +
      hive(232 + at, 202)
    );
  },
  pines(dice, { near, far }) {
    const pine = (x: number, y: number, s: number, colour: string) =>
      flat(
        `M${n(x)} ${n(y - 84 * s)}l${n(18 * s)} ${n(34 * s)}h${n(-8 * s)}l${n(17 * s)} ${n(28 * s)}h${n(-24 * s)}v${n(22 * s)}h${n(-6 * s)}v${n(-22 * s)}h${n(-24 * s)}l${n(17 * s)} ${n(-28 * s)}h${n(-8 * s)}Z`,
        colour,
      );
    const at = dice.between(-10, 10);
    return (
      ridge(dice, 196, 14, far) +
      [
        [60, 208, 0.7],
        [92, 204, 0.55],
        [234, 204, 0.65],
      ]
        .map(([x = 0, y = 0, s = 1]) => pine(x + at, y, s, near))
        .join('') +
      [
        [18, 240, 1.25],
        [286, 238, 1.35],
        [318, 240, 1],
      ]
        .map(([x = 0, y = 0, s = 1]) => pine(x + at, y, s, near))
        .join('')
    );
  },
  village(dice, { near, far, paper }) {
    const house = (x: number, y: number, w: number) =>
      flat(`M${x} ${y}h${w}v34h${-w}Z`, paper) +
      flat(`M${x - 7} ${y + 3}q9 -2 ${w / 2 + 7} -20q${w / 2 - 4} 18 ${w / 2 + 7} 20Z`, near) +
      line(`M${x + w * 0.3} ${y + 12}h9v9h-9ZM${x + w * 0.65} ${y + 34}v-18h9v18`, { width: 1.4, colour: near });
    const at = Math.round(dice.between(-10, 10));
    return ridge(dice, 194, 12, far) + house(6 + at, 202, 58) + house(252 + at, 194, 64) + house(212 + at, 210, 40);
  },
  kiln(dice, { near, far, floor }) {
    const at = Math.round(dice.between(-10, 10));
    const arch = (x: number, y: number) =>
      flat(`M${x} ${y}v-22q20 -20 40 0v22Z`, near) + flat(`M${x + 14} ${y}v-12q6 -8 12 0v12Z`, floor);
    return (
      flat('M-10 236L140 206L330 150V242H-10Z', far) +
      arch(6 + at, 232) +
      arch(222 + at, 196) +
      arch(260 + at, 182) +
      arch(298 + at, 168) +
      line(`M${n(28 + at)} 190c-12 -16 12 -22 0 -40s10 -24 2 -38`, { width: 6, colour: floor })
    );
  },
  yard(dice, { near, far }) {
    const at = dice.between(0, 18);
    let posts = '';
    for (let x = -12 + at; x < 330; x += 24) posts += `M${n(x)} 240V${n(186 + ((x * 7) % 9))}`;
    return (
      ridge(dice, 190, 12, far) +
      line(posts, { width: 8, colour: near }) +
      line('M0 202H320M0 224H320', { width: 4, colour: near })
    );
  },
  cane(dice, { near, far }) {
    let stalks = '';
    let blades = '';
    for (const x of [8, 30, 54, 258, 284, 308]) {
      const lean = dice.between(-6, 6);
      const top = dice.between(70, 110);
      stalks += `M${x} 240L${n(x + lean)} ${n(top)}`;
      blades += `M${n(x + lean)} ${n(top)}q22 -22 38 6q-20 -12 -38 -6ZM${n(x + lean)} ${n(top + 6)}q-22 -18 -36 10q18 -12 36 -10ZM${n(x + lean)} ${n(top)}q2 -28 16 -34q-4 20 -16 34Z`;
    }
    return (
      ridge(dice, 204, 10, far) +
      line(stalks, { width: 6, colour: near }) +
      line(stalks, { width: 6, colour: far, dash: '2 20' }) +
      flat(blades, near)
    );
  },
};
