/** What buyers and merchants photographed, drawn: a thing on a surface, and what is wrong with it. 720 by 540 pixels. */

const SURFACES = {
  wood: ['#c9a27a', '#a87f58', '0.004 0.09'],
  linen: ['#e6dfd2', '#cfc5b3', '0.35 0.35'],
  floor: ['#d8d3cb', '#bdb6ab', '0.012 0.012'],
  balcony: ['#cfd8dd', '#aab7bf', '0.02 0.02'],
} as const

function scene(surface: keyof typeof SURFACES, thing: string): string {
  const [light, dark, grain] = SURFACES[surface]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="540" viewBox="0 0 960 720">
    <defs>
      <linearGradient id="ground" x1="0" y1="0" x2="0.4" y2="1"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${dark}"/></linearGradient>
      <radialGradient id="lens" cx="0.46" cy="0.42" r="0.75"><stop offset="0.55" stop-opacity="0"/><stop offset="1" stop-opacity="0.42"/></radialGradient>
      <filter id="grain" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="${grain}" numOctaves="1" seed="7"/><feColorMatrix values="0 0 0 0 0.25  0 0 0 0 0.18  0 0 0 0 0.1  0.5 0.3 0 0 -0.25"/></filter>
      <filter id="cloth" x="0" y="0" width="1" height="1"><feTurbulence type="fractalNoise" baseFrequency="0.09 0.5" numOctaves="1" seed="3"/><feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0.6 0 0 0 -0.18"/><feComposite in2="SourceGraphic" operator="in"/></filter>
      <filter id="soft"><feGaussianBlur stdDeviation="14"/></filter>
      <filter id="lensBlur"><feGaussianBlur stdDeviation="1.1"/></filter>
    </defs>
    <rect width="960" height="720" fill="url(#ground)"/>
    <rect width="960" height="720" filter="url(#grain)"/>
    <g filter="url(#lensBlur)">${thing}</g>
    <rect width="960" height="720" fill="url(#lens)"/>
  </svg>`
}

const shadow = (cx: number, cy: number, rx: number, ry: number) =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="#2b1d10" opacity="0.4" filter="url(#soft)"/>`

/** A piece of cloth: its shape twice, once for its colour and once for its weave. */
const cloth = (path: string, color: string) =>
  `<path d="${path}" fill="${color}"/><path d="${path}" fill="#000" filter="url(#cloth)" opacity="0.55"/>`

const mug = (x: number, chip: string) => `${shadow(x, 566, 190, 42)}
  <path d="M${x + 120} 300 q120 -6 116 96 q-4 96 -128 92" fill="none" stroke="#6f8799" stroke-width="34"/>
  <path d="M${x - 140} 220 h280 l-18 320 q-6 34 -60 34 h-124 q-54 0 -60 -34 z" fill="#8aa3b5"/>
  <path d="M${x + 60} 220 h80 l-18 320 q-6 34 -60 34 h-20 q20 -180 18 -354 z" fill="#4e6678" opacity="0.45"/>
  <path d="M${x - 96} 262 q-6 160 12 272" stroke="#dfe9f0" stroke-width="16" fill="none" opacity="0.55" stroke-linecap="round"/>
  <ellipse cx="${x}" cy="220" rx="140" ry="38" fill="#a9bdcb"/><ellipse cx="${x}" cy="224" rx="122" ry="30" fill="#40525f"/>
  <path d="${chip}" fill="#f3eee6"/><path d="${chip}" fill="none" stroke="#3c3329" stroke-width="4"/>`

const stitches = (from: number, to: number, y: number) =>
  Array.from(
    { length: Math.floor((to - from) / 34) },
    (_, n) => `<path d="M${from + n * 34} ${y} h20" stroke="#f2f4ec" stroke-width="6" stroke-linecap="round"/>`,
  ).join('')

const fringe = Array.from({ length: 34 }, (_, n) => {
  const x = 110 + n * 22
  const loose = n > 21 && n < 29
  return `<path d="M${x} 520 q${loose ? 30 - (n % 3) * 34 : 4} 50 ${loose ? (n % 2 ? 60 : -40) : 2} ${loose ? 160 : 104}" stroke="#efe7d6" stroke-width="${loose ? 5 : 9}" fill="none" stroke-linecap="round"/>`
}).join('')

/** Strands of rattan, over and under; one of them is broken. */
const rattan = Array.from({ length: 9 }, (_, row) =>
  Array.from({ length: 13 }, (_, col) => {
    const over = (row + col) % 2 === 0
    return `<rect x="${196 + col * 44}" y="${232 + row * 36}" width="${over ? 46 : 24}" height="${over ? 26 : 34}" rx="10" fill="${over ? '#c99a5b' : '#a87a41'}" stroke="#7b5527" stroke-width="2"/>`
  }).join(''),
).join('')

/** Rows of keys; the space bar is missing. */
const keys = Array.from({ length: 4 }, (_, row) =>
  Array.from(
    { length: 13 },
    (_, col) => `<rect x="${112 + col * 57}" y="${226 + row * 54}" width="49" height="46" rx="6" fill="#e8e6e1"/>`,
  ).join(''),
).join('')

export const DRAWINGS = {
  chippedMugs: scene(
    'wood',
    `<g transform="translate(-110 60) scale(0.8)">${mug(400, 'M470 190 l18 40 l40 -4 l8 -26 z')}</g><g transform="translate(250 40) scale(0.84)">${mug(430, 'M340 198 l30 44 l24 -12 l26 12 l10 -44 z')}</g>`,
  ),
  bluishScarf: scene(
    'balcony',
    `${shadow(500, 470, 360, 70)}${cloth('M150 220 q170 -90 330 -10 t340 -10 l-30 210 q-160 70 -310 0 t-300 20 z', '#9fb0c9')}${cloth('M560 380 q110 30 190 -6 l20 250 q-100 30 -190 4 z', '#8e9fba')}<path d="M160 300 q170 -70 320 6 t330 0" stroke="#6f80a0" stroke-width="10" fill="none" opacity="0.5"/>`,
  ),
  onePillowcase: scene(
    'linen',
    `${shadow(480, 500, 330, 60)}${cloth('M190 230 q290 -40 580 0 q24 130 -6 268 q-284 44 -568 4 q-30 -140 -6 -272 z', '#f3eee0')}<path d="M700 236 q18 130 -6 262" stroke="#cfc6b0" stroke-width="6" fill="none"/><rect x="330" y="330" width="150" height="96" rx="8" fill="#fff" opacity="0.9"/><path d="M350 358 h110 M350 380 h80 M350 402 h96" stroke="#9a917f" stroke-width="6"/>`,
  ),
  looseFringe: scene(
    'floor',
    `${shadow(480, 560, 420, 40)}${fringe}${cloth('M90 60 h780 v462 h-780 z', '#d9cbb0')}<path d="M150 120 h660 v340 h-660 z" fill="none" stroke="#a5804f" stroke-width="22" opacity="0.75"/><path d="M480 150 l210 140 l-210 140 l-210 -140 z" fill="none" stroke="#8c5d3c" stroke-width="18" opacity="0.7"/>`,
  ),
  crushedShade: scene(
    'floor',
    `${shadow(490, 610, 250, 40)}<path d="M470 430 l16 190 h22 l10 -190 z" fill="#3a3632"/><ellipse cx="496" cy="624" rx="120" ry="20" fill="#2e2b28"/><path d="M330 130 q170 -40 330 0 l70 300 q-90 46 -170 20 q-90 -110 -130 10 q-90 20 -166 -30 z" fill="#f4e9cf"/><path d="M404 160 l40 150 l-56 60 l64 66 M560 150 l-30 120 l60 60" stroke="#b09b6d" stroke-width="7" fill="none"/><path d="M436 316 q40 40 96 118 q-50 -30 -110 6 z" fill="#c7b382"/>`,
  ),
  skippedStitches: scene(
    'linen',
    `${cloth('M0 80 h960 v640 h-960 z', '#93a996')}${[170, 290, 530, 650].map((y) => stitches(20, 950, y)).join('')}${stitches(20, 380, 410)}${stitches(590, 950, 410)}<path d="M384 410 q60 46 104 -8 t96 16" stroke="#f2f4ec" stroke-width="6" fill="none"/>`,
  ),
  brokenRattan: scene(
    'wood',
    `${shadow(480, 590, 320, 44)}<path d="M180 220 h600 l-36 350 q-264 34 -528 0 z" fill="#8d6330"/>${rattan}<path d="M170 206 h620 v40 h-620 z" fill="#b98847" stroke="#7b5527" stroke-width="4"/><path d="M470 340 q60 -90 150 -110" stroke="#d8ac6c" stroke-width="14" fill="none" stroke-linecap="round"/><path d="M452 352 l30 18 l-14 -40 z" fill="#5d3f19"/>`,
  ),
  wrongCandle: scene(
    'linen',
    `${shadow(480, 570, 190, 36)}<path d="M340 240 h280 v310 q-140 44 -280 0 z" fill="#e9e4d8"/><path d="M560 240 h60 v310 q-30 12 -60 16 z" fill="#b9b2a2" opacity="0.6"/><ellipse cx="480" cy="240" rx="140" ry="34" fill="#f7f2e6"/><path d="M480 240 v-36" stroke="#3b332a" stroke-width="7"/><rect x="388" y="330" width="184" height="150" fill="#fbf9f3"/><text x="480" y="398" font-size="44" text-anchor="middle" fill="#5d564a" font-family="serif">WHITE</text><text x="480" y="448" font-size="44" text-anchor="middle" fill="#5d564a" font-family="serif">TEA</text>`,
  ),
  openedParcel: scene(
    'floor',
    `${shadow(480, 600, 340, 50)}<path d="M190 250 l290 -60 l290 60 v300 l-290 70 l-290 -70 z" fill="#b98d5c"/><path d="M480 320 v300 l290 -70 v-300 z" fill="#96703f"/><path d="M190 250 l290 70 l290 -70 l-290 -60 z" fill="#5a4326"/><path d="M190 250 l-80 -70 l290 -56 l80 66 z M770 250 l90 -64 l-290 -62 l-90 66 z" fill="#c99d6b"/>${cloth('M290 236 q190 -50 380 0 l-20 30 q-170 60 -340 0 z', '#d9cbb0')}<rect x="240" y="400" width="150" height="100" fill="#f4f1ea"/><path d="M256 424 h110 M256 446 h70 M256 470 h96" stroke="#4a4238" stroke-width="7"/>`,
  ),
  washedBedspread: scene(
    'linen',
    `${cloth('M60 90 q420 -40 840 10 l-10 540 q-420 40 -820 -10 z', '#93a996')}${[190, 300, 410, 520].map((y) => stitches(110, 850, y)).join('')}<path d="M120 420 q90 -60 190 10 q80 70 20 150 q-110 50 -200 -10 q-60 -80 -10 -150 z" fill="#5f7566" opacity="0.35"/><path d="M150 450 q70 -40 140 10 q50 50 10 100 q-80 30 -140 -10 q-40 -60 -10 -100 z" fill="none" stroke="#dfe6dd" stroke-width="6" opacity="0.6"/><path d="M690 560 h70 v30 h-70 z" fill="#fbf9f3"/><path d="M690 560 l14 8 l-10 8 l12 8 l-16 6 z" fill="#b9b2a2"/>`,
  ),
  wornBoots: scene(
    'floor',
    `${shadow(470, 590, 350, 46)}<path d="M200 190 h200 q20 150 60 190 q160 20 270 70 q40 30 30 90 h-560 z" fill="#7a5a3c"/><path d="M200 190 h200 q6 60 18 106 h-218 z" fill="#5b4029"/><path d="M196 548 h572 v44 q-290 16 -572 0 z" fill="#2e2a26"/><path d="M560 546 q100 -8 206 2 q-10 34 -60 38 q-90 -24 -146 -40 z" fill="#e9d9b8"/><path d="M566 548 q90 26 150 34" stroke="#3a3029" stroke-width="8" fill="none"/><path d="M240 250 h140 M250 300 h150 M262 350 h160" stroke="#d8c39a" stroke-width="9"/><path d="M430 400 q120 20 230 60" stroke="#57402a" stroke-width="7" fill="none"/>`,
  ),
  brokenKeyboard: scene(
    'wood',
    `${shadow(480, 520, 400, 40)}<path d="M100 210 h760 q20 0 20 20 v260 q0 20 -20 20 h-760 q-20 0 -20 -20 v-260 q0 -20 20 -20 z" fill="#3b3f46"/>${keys}<rect x="300" y="440" width="300" height="50" fill="#22252a"/><rect x="430" y="448" width="40" height="34" rx="4" fill="#b3262a"/><path d="M440 456 h20 M450 448 v34" stroke="#7d1518" stroke-width="5"/><path d="M330 560 h280 q10 0 10 10 v30 q0 10 -10 10 h-280 q-10 0 -10 -10 v-30 q0 -10 10 -10 z" fill="#e8e6e1"/>`,
  ),
} as const

export type PhotoName = keyof typeof DRAWINGS
