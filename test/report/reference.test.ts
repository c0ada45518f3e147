import { MEASURES } from "../cases/folkeskole.ts";
import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { COST_ITEMS } from "../../src/domain/cost-items.ts";
import { FORECAST_KEYS } from "../../src/domain/forecast.ts";
import { REFERENCE_PARTS, referenceHtml } from "../../src/report/reference-html.ts";
import { referencePages } from "../../src/report/reference.ts";
import { LAW } from "../../src/rules/table.ts";
import { RULE_MODELS } from "../../src/model/assignment/rules/table.ts";

const pages = referencePages();
const files = referenceHtml(pages);
const paths = new Set(pages.map(({ path }) => path));

test("every measure, parameter, law and rule has its page", () => {
  for (const { key } of MEASURES) expect(paths).toContain(`measures/${key.replaceAll(":", "-")}`);
  for (const key of COST_ITEMS) expect(paths).toContain(`costs/${key}`);
  for (const key of FORECAST_KEYS) expect(paths).toContain(`forecast/${key}`);
  for (const { key } of LAW) expect(paths).toContain(`law/${key}`);
  for (const key of Object.keys(RULE_MODELS)) expect(paths).toContain(`rules/${key}`);
  expect(paths.size).toBe(pages.length);
});

test("every page says what it says in both languages, and every page it speaks of is there", () => {
  for (const { title, lines } of pages) {
    expect(title.da).not.toBe("");
    expect(title.en).not.toBe("");
    expect(lines.length).toBeGreaterThan(0);
    for (const { label, text, see = [] } of lines) {
      for (const words of [label, text]) {
        expect(words.da.trim()).not.toBe("");
        expect(words.en.trim()).not.toBe("");
      }
      for (const other of see) expect(paths).toContain(other);
    }
  }
});

test("every link in the files leads to a file or back to the map, and the index leads to all", () => {
  const { style, script, fonts } = REFERENCE_PARTS;
  const known = new Set([...files.keys()].map((path) => `reference/${path}`));
  for (const part of [style, script, ...fonts]) known.add(`reference/${part}`);
  known.add("");
  for (const [path, html] of files)
    for (const [, link] of html.matchAll(/(?:href|src|action)="([^"]+)"/g))
      expect(known, `${path} -> ${link}`).toContain(new URL(link, `file:///reference/${path}`).pathname.slice(1));
  for (const part of [style, script]) expect(existsSync(`web/reference/${part}`)).toBe(true);
  const index = files.get("index.html")!;
  for (const path of paths) expect(index).toContain(`href="${path}.html"`);
});

test("what a page says in one language it says in the other, and either can be hidden", () => {
  for (const [path, html] of files) {
    const body = html.slice(html.indexOf("<body>"));
    const count = (language: string): number => body.split(`lang="${language}"`).length;
    expect([path, count("da")]).toEqual([path, count("en")]);
  }
});
