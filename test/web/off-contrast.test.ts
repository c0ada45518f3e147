import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const FOLDER = resolve(import.meta.dirname, "../../web/style");
const sheet = (name: string): string => readFileSync(resolve(FOLDER, name), "utf8").replaceAll(/\/\*.*?\*\//gs, "");

/** What the page's colours are called, on a light and on a dark screen. */
const tokens = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]));
const light = tokens(sheet("base.css"));
const dark = new Map([...light, ...tokens(sheet("dark.css"))]);

const luminance = (colour: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
/** WCAG's ratio of two colours. */
const contrast = (one: string, other: string): number => {
  const [dim, bright] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
};

/** Rules for what is off, as they stand in the page's own sheets. */
const OFF = readdirSync(FOLDER).flatMap((name) =>
  [...sheet(name).matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .filter(([, of]) => /:disabled|aria-disabled="true"/.test(of))
    .map(([, of, rules]) => ({ name, of: of.trim(), rules })),
);

test("what is off can be read, on a light screen and on a dark one: it is not faded, and its colours differ enough", () => {
  expect(OFF.some(({ of }) => of.startsWith(".while-drawn:disabled"))).toBe(true);
  // The design system fades buttons to a quarter; the page's own rule takes that back.
  expect(OFF.find(({ of }) => of.startsWith(".page .button:"))?.rules).toContain("opacity: 1;");
  const faults = OFF.flatMap(({ name, of, rules }) => {
    const [, ink] = /(?:^|[\s;])color: var\(--([\w-]+)\)/.exec(rules) ?? [];
    const [, ground = "paper"] = /background(?:-color)?: var\(--([\w-]+)\)/.exec(rules) ?? [];
    const ratios = ink === undefined ? [] : [light, dark].map((of_) => contrast(of_.get(ink)!, of_.get(ground)!));
    const isFaded = /opacity: 0?\.\d/.test(rules);
    return isFaded || ratios.some((ratio) => ratio < 4.5) ? [`${name}: ${of} ${ratios.join()}`] : [];
  });
  expect(faults).toEqual([]);
});
