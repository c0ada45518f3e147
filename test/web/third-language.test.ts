import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { REFERENCES } from "../../src/cost/references.ts";
import { marked, unmarked } from "../cases/marked.ts";
import { pageInNode } from "./page-in-node.ts";

const PACKS_FILE = "../../src/languages/packs.ts";
let page: Awaited<ReturnType<typeof pageInNode>>;

beforeAll(async () => {
  vi.resetModules();
  vi.doMock(PACKS_FILE, () => ({ PACKS: { zz: { name: "Zzz", locale: "de-DE", read } } }));
  page = await pageInNode("data/lattice", "lang=zz&policy=nearest&districts=2&plan=99");
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.doUnmock("react");
  vi.doUnmock(PACKS_FILE);
  vi.resetModules();
});

async function read() {
  const { allTexts } = await import("../../src/languages/all-texts.ts");
  const { PAGE_TEXTS } = await import("../../web/i18n/all-texts.ts");
  const texts = [...(await allTexts()), ...PAGE_TEXTS].map(([key, { en }]) => [key, marked(en)]);
  return { name: "Zzz", locale: "de-DE", texts: Object.fromEntries(texts) };
}

/** What stands in its own words in every language: what is quoted from elsewhere, codes, and the choice of the languages. */
const QUOTED =
  /<(cite|code|kbd|style|script)\b[^]*?<\/\1>|<select class="inline-select many-languages"[^]*?<\/select>/g;
const PUBLISHERS = Object.values(REFERENCES)
  .map(({ publisher }) => publisher)
  .toSorted((a, b) => b.length - a.length);
/** Dates as the pack's locale writes them, and what the case itself names or says. */
const DATE =
  /((Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag), )?(\d+\. )?(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember) \d{4}/gu;
const CASE =
  /Gitterby is made up: a place small enough to work out by hand\.|Today: four districts|Everything|Made up; worked out by hand in README\.md|\(MIT\)|\b(Gitterby|[ABCD][a-z]+by( Skole)?)\b/g;

/** Danish law is cited as it is called there. */
const LAW = /\p{L}+loven §[^<]*/gu;

const withoutPublishers = (text: string): string => PUBLISHERS.reduce((left, each) => left.replaceAll(each, ""), text);

/** Words that are seen or read aloud, and that no text of the pack says. */
function strange(html: string): readonly string[] {
  const shown = html.replaceAll(QUOTED, " ");
  const aloud = [...shown.matchAll(/ (?:aria-label|aria-valuetext|title|placeholder|alt)="([^"]*)"/g)];
  return [...shown.split(/<[^>]*>/), ...aloud.map(([, text]) => text)]
    .map((text) => withoutPublishers(unmarked(text)).replaceAll(DATE, "").replaceAll(CASE, "").replaceAll(LAW, ""))
    .filter((text) => /\p{L}{2,}/u.test(text));
}

const choose = (change: object): void => page.store.dispatch({ kind: "choose", change } as never);
const dialog = (name: string | undefined): void => page.store.dispatch({ kind: "dialog", dialog: name } as never);
const list = (number: number) => ({ from: "list", number });

/** Places of the page, how one comes there, and a text that is said there. */
const PLACES: readonly (readonly [place: string, go: () => void, says: string])[] = [
  ["a plan, and a link that names none", () => undefined, "No pupils"],
  ["all plans in a table", () => choose({ surface: "table" }), "Table"],
  [
    "two plans beside each other",
    () => choose({ surface: "map", view: "side", against: list(1), years: "shown" }),
    "What does the plan mean?",
  ],
  ["the help", () => dialog("help"), "Keys"],
  ["the register of costs", () => dialog("costs"), "Confidence"],
  ["what came of it before", () => dialog("replay"), "Close"],
  ["who gets farther to school", () => dialog("who"), "Nearest town"],
  ["the slides", () => dialog("slides"), "Time left"],
  ["what happens at a place", () => (dialog(undefined), choose({ doing: "here" })), "At home"],
  ["pinned plans", () => choose({ doing: "compare", tray: [list(0), list(1)] }), "The plans side by side"],
  ["a question to the computer", () => choose({ doing: "ask" }), "Find an answer"],
];

describe("the page speaks a language that is a pack", () => {
  test.each(PLACES)("%s", async (place, go, says) => {
    go();
    const html = await vi.waitFor(async () => {
      const drawn = await page.html();
      expect(drawn).toContain(marked(says));
      return drawn;
    }, 30_000);
    expect(strange(html), place).toEqual([]);
  });
});

test("every text of the page is said by the pack, wherever it stands", async () => {
  const { PAGE_LISTS, PAGE_TEXTS } = await import("../../web/i18n/all-texts.ts");
  const { textOf } = await import("../../web/i18n/own-texts.ts");
  const { spoken } = await import("../../src/domain/language.ts");
  const { keyed } = await import("../../src/languages/keyed.ts");
  const listed = [...PAGE_LISTS.da.keys()];
  const [da, en] = [PAGE_LISTS.da, PAGE_LISTS.en].map((each) => Object.fromEntries(each));
  for (const key of listed) expect(textOf({ da, en }, key)["zz"], key).toBe(marked(en[key]));
  const declared = spoken.catalogues.filter(([name]) => name.startsWith("web.")).flatMap((each) => keyed(...each));
  for (const [key, text] of declared) expect(text["zz"], key).toBe(marked(text.en));
  expect(PAGE_TEXTS.size).toBeGreaterThan(2000);
});

test("what a pack lacks or says wrongly is said in English and counted, and nothing breaks", async () => {
  vi.resetModules();
  const texts = {
    "web.notice": "Nachricht",
    "web.help.keys": "",
    "web.header.from": "von {frm} bis",
    "web.page.quoted": "„{name“",
    "domain.quotes": "<b>{said}</b>",
  };
  const pack = { name: "Deutsch", locale: "de-DE", texts };
  vi.doMock(PACKS_FILE, () => ({ PACKS: { de: { ...pack, read: async () => pack } } }));
  const { filledText, lackingIn, learn, quoted, saidIn } = await import("../../src/index.ts");
  const { CATALOGUES } = await import("../../web/i18n/catalogues.ts");
  const { packed } = await import("../../web/i18n/packed.ts");
  const GERMAN = "de" as "en";
  const before = filledText({ da: "{n, number} elever", en: "{n, number} pupils" }, { n: 1200 });
  expect(structuredClone(before)["de"]).toBe("1,200 pupils");
  const said = await packed(GERMAN, CATALOGUES.en);
  expect([said["notice"], said["help.keys"], said["header.from"], said["page.quoted"]]).toEqual([
    "Nachricht",
    CATALOGUES.en["help.keys"],
    CATALOGUES.en["header.from"],
    CATALOGUES.en["page.quoted"],
  ]);
  await learn();
  expect(saidIn(quoted("Udby"), GERMAN)).toBe('"Udby"');
  expect(filledText({ da: "{n, number} elever", en: "{n, number} pupils" }, { n: 1200 })["de"]).toBe("1.200 pupils");
  expect(lackingIn(GERMAN)).toBeGreaterThan(Object.keys(CATALOGUES.en).length - 2);
});
