/**
 * How colours look to people, and how far apart two of them are. Colour blindness is simulated with the matrices of Machado,
 * Oliveira and Fernandes (2009) at full severity, on linear RGB; differences are CIEDE2000 (Sharma, Wu and Dalal 2005), D65.
 */
export const SIGHTS = ["ordinary", "protan", "deutan", "tritan"] as const;
type Sight = (typeof SIGHTS)[number];

const MATRICES: Readonly<Record<Sight, readonly (readonly number[])[]>> = {
  ordinary: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** A colour in CIE Lab. */
export type Lab = readonly [lightness: number, a: number, b: number];
type Channels = readonly [red: number, green: number, blue: number];

/** "#rrggbb" as three numbers from 0 to 255. */
const channels = (hex: string): Channels => {
  const at = (place: number): number => Number.parseInt(hex.slice(place, place + 2), 16);
  return [at(1), at(3), at(5)];
};

const hexOf = (rgb: readonly number[]): string =>
  `#${rgb.map((value) => Math.round(value).toString(16).padStart(2, "0")).join("")}`;

/** One colour over another at an opacity. */
export function mixed(over: string, under: string, opacity: number): string {
  const below = channels(under);
  return hexOf(channels(over).map((value, i) => opacity * value + (1 - opacity) * below[i]));
}

const linear = (value: number): number => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const curve = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);

/** A colour as a kind of sight sees it. */
export function seen(hex: string, sight: Sight): Lab {
  const rgb = channels(hex).map(linear);
  const [r, g, b] = MATRICES[sight].map((row) => {
    const light = row.reduce((sum, factor, i) => sum + factor * rgb[i], 0);
    return Math.min(1, Math.max(0, light));
  });
  const x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = curve(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = curve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const RADIAN = Math.PI / 180;
const sin = (degrees: number): number => Math.sin(degrees * RADIAN);
const cos = (degrees: number): number => Math.cos(degrees * RADIAN);
const hueOf = (a: number, b: number): number => (a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RADIAN + 360) % 360);
const share = (chroma: number): number => Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));

/** CIEDE2000: 1 is just noticed side by side, below about 10 two soft areas are hard to match to a key. */
export function difference([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const stretch = 1 + 0.5 * (1 - share((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [x1, x2] = [a1 * stretch, a2 * stretch];
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const [h1, h2] = [hueOf(x1, b1), hueOf(x2, b2)];
  const apart = Math.abs(h1 - h2);
  const grey = c1 * c2 === 0;
  const turn = grey ? 0 : apart <= 180 ? h2 - h1 : h2 <= h1 ? h2 - h1 + 360 : h2 - h1 - 360;
  const hue = grey ? h1 + h2 : apart <= 180 ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
  const lightness = (l1 + l2) / 2;
  const chroma = (c1 + c2) / 2;
  const t = 1 - 0.17 * cos(hue - 30) + 0.24 * cos(2 * hue) + 0.32 * cos(3 * hue + 6) - 0.2 * cos(4 * hue - 63);
  const off = (lightness - 50) ** 2;
  const dl = (l2 - l1) / (1 + (0.015 * off) / Math.sqrt(20 + off));
  const dc = (c2 - c1) / (1 + 0.045 * chroma);
  const dh = (2 * Math.sqrt(c1 * c2) * sin(turn / 2)) / (1 + 0.015 * chroma * t);
  const rotation = -sin(60 * Math.exp(-(((hue - 275) / 25) ** 2))) * 2 * share(chroma);
  return Math.sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
}

/** How far apart two colours are for those who tell them apart least. */
export const leastDifference = (one: string, other: string): number =>
  Math.min(...SIGHTS.map((sight) => difference(seen(one, sight), seen(other, sight))));

function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast as WCAG 2 reckons it. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
