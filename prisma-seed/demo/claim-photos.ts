import sharp from 'sharp';

const WIDTH = 960;
const HEIGHT = 720;

/** What a buyer's camera would have seen, drawn: no picture in this world is of something real. */
const drawings = {
  'bruised-ponkan': `
    <rect width="960" height="720" fill="#cfb489"/>
    <path d="M60 90 900 60 930 660 40 690Z" fill="#b99a69"/>
    <path d="M100 130 860 104 884 618 84 644Z" fill="#8d7148"/>
    ${fruit(215, 250)}${fruit(400, 235)}${fruit(590, 230)}${fruit(775, 232)}
    ${fruit(225, 420)}${fruit(415, 415, true)}${fruit(605, 410, true)}${fruit(780, 405)}
    ${fruit(250, 560)}${fruit(440, 565, true)}${fruit(630, 560)}
    <path d="M395 480q40 40 20 90t60 80q60 10 90-30t10-80q-30-50-100-60z" fill="#7a4d1c" opacity=".45"/>`,
  'cracked-lid': jar(`<path d="M470 136l18 30-22 20 26 34" fill="none" stroke="#12251b" stroke-width="9"/>
    <path d="M592 214q20 90 6 180t26 190" fill="none" stroke="#c8860d" stroke-width="20" stroke-linecap="round"/>`),
  'broken-jar': jar(`<path d="M600 330l-70 40 28 46-90 36 34 60-60 66h158z" fill="#c8860d"/>
    <path d="M604 322l-74 48 28 46-90 36 34 60-64 70" fill="none" stroke="#fff" stroke-width="8" opacity=".8"/>
    <path d="M660 560l60-18 22 46-50 20zM770 600l44-10 6 36z" fill="#f0dfae" opacity=".9"/>`),
} as const;

export type ClaimPhoto = keyof typeof drawings;

/** The picture as a phone would send it. */
export async function drawClaimPhoto(photo: ClaimPhoto): Promise<File> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${drawings[photo]}</svg>`;
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer();
  return new File([new Uint8Array(bytes)], `${photo}.jpg`, { type: 'image/jpeg' });
}

function fruit(x: number, y: number, bruised = false): string {
  const spot = bruised
    ? `<ellipse cx="${x + 14}" cy="${y + 20}" rx="52" ry="42" fill="#6b3f16" opacity=".75"/>
       <ellipse cx="${x + 22}" cy="${y + 28}" rx="24" ry="18" fill="#3d2610" opacity=".8"/>`
    : '';
  return `<circle cx="${x}" cy="${y}" r="88" fill="${bruised ? '#d27f1e' : '#e8952a'}"/>
    <ellipse cx="${x - 30}" cy="${y - 34}" rx="26" ry="16" fill="#f6c26b" opacity=".8"/>
    <circle cx="${x}" cy="${y - 58}" r="7" fill="#4c6b34"/>${spot}`;
}

/** A jar of honey on a table, in the puddle that has run out of it. */
function jar(damage: string): string {
  return `<rect width="960" height="720" fill="#e7e0d0"/>
    <rect y="500" width="960" height="220" fill="#b79f7c"/>
    <path d="M250 610q120-60 300-30t230 50q-40 60-280 56t-250-76z" fill="#c8860d" opacity=".85"/>
    <rect x="360" y="200" width="240" height="380" rx="34" fill="#d9960f"/>
    <rect x="360" y="200" width="240" height="120" rx="34" fill="#f0dfae"/>
    <rect x="384" y="230" width="26" height="320" rx="13" fill="#fff" opacity=".45"/>
    <rect x="400" y="380" width="160" height="110" rx="8" fill="#fbf8f1"/>
    <path d="M420 410h120M420 435h90M420 460h105" stroke="#56635b" stroke-width="7"/>
    <rect x="346" y="140" width="268" height="74" rx="14" fill="#2f5d46"/>${damage}`;
}
