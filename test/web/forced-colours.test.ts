import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const WEB = join(import.meta.dirname, "../../web");

interface Rule {
  readonly selectors: readonly string[];
  /** What it sets. */
  readonly sets: readonly string[];
}

const rulesIn = (css: string): readonly Rule[] =>
  [...css.replaceAll(/\/\*.*?\*\//gs, "").matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, of, body]) => ({
    selectors: of.split(/,(?![^(]*\))/).map((selector) => selector.trim()),
    sets: [...body.matchAll(/(?:^|;)\s*([\w-]+):/g)].map(([, name]) => name),
  }));

const sheets = readdirSync(WEB, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".css"));
const read = (path: string): readonly Rule[] => rulesIn(readFileSync(join(WEB, path), "utf8"));

const CHOSEN = /\[aria-(pressed|current|selected)|:checked|\.chosen/;
/** What the system takes away with its own few colours. */
const COLOURS: ReadonlySet<string> = new Set(["color", "background", "background-color", "border-color", "box-shadow"]);

test("what is chosen stays so with the system's own colours: no state is told by colour alone without a rule for them", () => {
  const forced = read("style/contrast.css").flatMap(({ selectors }) => selectors);
  const byColour = sheets
    .filter((path) => !/(contrast|dark)\.css$/.test(path))
    .flatMap(read)
    .filter(({ sets }) => sets.every((name) => COLOURS.has(name)))
    .flatMap(({ selectors }) => selectors.filter((each) => CHOSEN.test(each) && !each.includes(":focus")));
  expect(byColour).toContain(".doing button[aria-current]");
  expect(byColour.filter((selector) => !forced.some((each) => selector.endsWith(each)))).toEqual([]);
});

test("what is chosen and has the keys shows both: its focus is not drawn in the colour that it lies on", () => {
  const css = readFileSync(join(WEB, "style/contrast.css"), "utf8").replaceAll(/\/\*.*?\*\//gs, "");
  const selectorsWith = (set: string): readonly string[] =>
    [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, of, body]) =>
      body.includes(set) ? of.split(",").map((selector) => selector.trim()) : [],
    );
  const onHighlight = selectorsWith("background: Highlight;");
  expect(onHighlight.length).toBeGreaterThan(2);
  const focused = selectorsWith("solid HighlightText").map((selector) => selector.replace(":focus-visible", ""));
  expect(focused.toSorted()).toEqual(onHighlight.toSorted());
});
