/**
 * How colours look to people, and how far apart two are. Colour blindness is simulated with the matrices of Machado, Oliveira
 * and Fernandes (2009) at full severity, on linear RGB; distances are Euclidean in CIE Lab (D65).
 */
export const SIGHTS = ["ordinary", "protan", "deutan", "tritan"] as const;
export type Sight = (typeof SIGHTS)[number];

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

type Three = readonly [number, number, number];

/** "#rrggbb" as three numbers from 0 to 255. */
const channels = (hex: string): Three => {
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

/** A colour in CIE Lab as a kind of sight sees it. */
export function seen(hex: string, sight: Sight): Three {
  const rgb = channels(hex).map(linear);
  const [r, g, b] = MATRICES[sight].map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, factor, i) => sum + factor * rgb[i], 0),
      ),
    ),
  );
  const x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = curve(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = curve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** The least distance between any two colours. */
export const least = (colours: readonly Three[]): number =>
  Math.min(
    ...colours.flatMap((one, i) => colours.slice(0, i).map((other) => Math.hypot(...one.map((v, k) => v - other[k])))),
  );

function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast as WCAG 2 reckons it. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
