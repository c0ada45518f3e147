import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dsvFormat } from "d3-dsv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { councilSum } from "../../src/council/canonical.ts";
import { paperCheckedWords } from "../../src/council/checked-words.ts";
import { councilPlanPaper } from "../../src/council/paper.ts";
import { checkPaper, isPaperAgreeing, readPaperFile } from "../../src/council/paper-check.ts";
import { paperFigures } from "../../src/council/paper-figures.ts";
import { paperFile } from "../../src/council/paper-file.ts";
import { applyChanges } from "../../src/edit/log.ts";
import { writeProposal } from "../../src/edit/proposal-file.ts";
import { assignPairs, closeSite } from "../../src/edit/tools.ts";
import { paperCsv } from "../../src/paper/csv.ts";
import { paperDocx } from "../../src/paper/docx.ts";
import { paperHtml } from "../../src/paper/html.ts";
import type { PaperForm } from "../../src/protocol/paper-form.ts";
import type { PaperFile } from "../../src/protocol/paper-file.ts";
import { here } from "../cli/here.ts";
import { lattice, start } from "../edit/random.ts";
import { pageTables, pythonDocx, readByPython, unzipped, wordTables } from "./docx-reader.ts";
import { whySkipped } from "../python.ts";

const { basis, plans, dataHash } = lattice;
const context = { municipality: basis.municipality, plans, dataHash };
const AT = "2026-11-29T19:00:00Z";
const closed = closeSite(start, 0);
const pairs = [...start.plan.assignment.keys()].filter((pair) => start.plan.assignment[pair] === 0);
const changes = [...closed, ...assignPairs(applyChanges(start, closed), pairs, 1).changes];
const edits = [{ id: "e1", by: "Anna", at: AT, changes }];
const own = {
  proposal: writeProposal({ id: "p", start: start.plan, edits }, context),
  draft: applyChanges(start, changes),
};
const today = { proposal: writeProposal({ id: "t", start: start.plan, edits: [] }, context), draft: start };
const made = "2026-11-29";
const alternatives = [
  { ...today, role: "alternative" as const },
  { ...own, role: "dissent" as const },
];
const file = paperFile(lattice, { ...own, alternatives, made, start: 2028 });
const DOT =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const maps = new Map([
  [
    "proposal",
    {
      picture: DOT,
      size: { width: 2, height: 1 },
      districts: [{ name: "Nord", letter: "A", fill: "#8dd3c7", ink: "#1b6b5f" }],
    },
  ],
]);
const paper = councilPlanPaper(file, "da", { maps });
const check = (changed: PaperFile, ground = lattice) => checkPaper(ground, changed, "sag.tal.json").value!;

describe("a paper for the council", () => {
  let word: ReadonlyMap<string, string>;
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await paperDocx(paper);
    word = unzipped(bytes);
  });

  test("says once of a price's source how well it stands", () => {
    const cells = paper.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === "table" ? block.rows : []))
      .flatMap((row) => row.cells.map(({ text }) => text));
    expect(cells.some((text) => text.startsWith("udledt: "))).toBe(true);
    expect(cells.filter((text) => /^(\p{L}+)(: .*|; .*|) \(\1\)$/u.test(text))).toEqual([]);
    expect(cells).toContain("skøn");
    expect(cells.some((text) => text.endsWith(" (udledt)"))).toBe(true);
  });

  test("tells no range whose ends read alike", () => {
    const ranges = paper.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === "table" ? block.rows : []))
      .flatMap((row) => row.cells.flatMap(({ range }) => range ?? []));
    expect(ranges.length).toBeGreaterThan(0);
    expect(ranges.filter((text) => /^(.*) til \1$/.test(text))).toEqual([]);
  });

  test("has the usual sections in order; what people must write is a blank, never words of the program's", () => {
    expect(paper.sections.map(({ title }) => title)).toEqual([
      "Sagsgang og sagstype",
      "Indstilling",
      "Beskrivelse af sagen",
      "Økonomiske konsekvenser",
      "Miljø og klima",
      "Høring og lovgrundlag",
      "Bilag",
    ]);
    const [, recommendation] = paper.sections;
    expect(recommendation.blocks).toEqual([
      { kind: "paragraph", line: "Skrives af forvaltningen: hvad byrådet indstilles til at beslutte.", look: "blank" },
    ]);
  });

  test("a municipality's own form says which sections there are, their order and names", () => {
    const form: PaperForm = {
      format: "skoledistrikt-paper-form",
      version: 1,
      sections: [
        { title: "Bilag 1: Skolerne", holds: ["schools"] },
        { title: "Penge", holds: [{ text: "Se budgettet." }, "money"] },
      ],
    };
    const html = paperHtml(councilPlanPaper(file, "da", { form }));
    expect([...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title)).toEqual(["Bilag 1: Skolerne", "Penge"]);
    expect(html).toContain("Se budgettet.");
  });

  test("every figure is the same in Word, on the page and in the table", () => {
    const [inWord, onPage] = [wordTables(word.get("word/document.xml")!), pageTables(paperHtml(paper))];
    expect(onPage.length).toBeGreaterThan(10);
    expect(inWord).toEqual(onPage);
    const lines = dsvFormat(";").parseRows(paperCsv(paper).slice(1)).slice(1);
    const cells = onPage.flatMap(([, ...rows]) => rows.flatMap(([, ...values]) => values));
    // A formula is none in a table: an apostrophe stands before it.
    const written = lines.map(([, , , , text]) =>
      text.replace(/^'/, "").replaceAll(/[()]/g, "").replaceAll(/\s+/g, " "),
    );
    expect(written).toEqual(cells.map((cell) => cell.replaceAll(/[()]/g, "")));
    const saving = lines.find(([, table, row]) => table === "Alle tal" && row.startsWith("Besparelse pr. år ("))!;
    expect([Number(saving[6].replace(",", ".")) <= Number(saving[5].replace(",", ".")), saving[8]]).toEqual([
      true,
      "kroner",
    ]);
  });

  test("Word has headings, table heads that repeat, pictures with words, the language, a running head and page numbers", () => {
    const document = word.get("word/document.xml")!;
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(paper.sections.length);
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(wordTables(document).length);
    expect(document).toMatch(
      /<wp:docPr [^>]*descr="Kort over »Forslag[^"]*Distrikterne med deres skoler: |<wp:docPr [^>]*descr="Kort over [^"]*Distrikterne med deres skoler: /,
    );
    expect(word.get("word/styles.xml")).toContain('w:lang w:val="da-DK"');
    const all = [...word]
      .filter(([name]) => /word\/(header|footer)/.test(name))
      .map(([, xml]) => xml)
      .join("");
    expect(all).toContain(paper.runningHead!.replaceAll("&", "&amp;"));
    expect(all).toMatch(/PAGE[\s\S]*NUMPAGES/);
  });

  test.skipIf("none" in pythonDocx)(`python-docx reads the same tables${whySkipped(pythonDocx)}`, () => {
    const folder = mkdtempSync(join(tmpdir(), "docx-"));
    writeFileSync(join(folder, "sag.docx"), bytes);
    expect(readByPython(join(folder, "sag.docx"))).toEqual(wordTables(word.get("word/document.xml")!));
    rmSync(folder, { recursive: true });
  });

  test.each(["da", "en"] as const)(
    "the page has its language, captions, heads, a list of what is in it and page numbers: %s",
    (language) => {
      const html = paperHtml(councilPlanPaper(file, language, { maps }));
      expect(html).toContain(`<html lang="${language}">`);
      const tables = html.match(/<table/g)!.length;
      expect(html.match(/<caption>/g)).toHaveLength(tables);
      expect(html.match(/<th scope="col">/g)!.length).toBeGreaterThan(tables);
      expect(html).toMatch(/<nav [^>]*>.*href="#del-1"/);
      expect(html).toMatch(/counter\(page\) " \/ " counter\(pages\)/);
      expect(html).not.toMatch(/<script|src="http|undefined|\[object/);
    },
  );

  test("the calendar is of the year asked for; a year that can no longer be reached says so, and each date that has passed", () => {
    const late = paperFile(lattice, { ...own, alternatives: [], made, start: 2016 });
    expect([late.start, late.late?.da]).toEqual([2016, expect.stringContaining("kan tidligst gælde fra august 2027")]);
    const html = paperHtml(councilPlanPaper(late, "da"));
    expect(html).toContain("(passeret)");
    expect(paperFile(lattice, { ...own, alternatives: [], made }).start).toBe(2027);
    expect(paperHtml(paper)).not.toContain("(passeret)");
  });

  test("a member's dissent has a place, with the figures of their alternative in the same form", () => {
    const html = paperHtml(paper);
    expect(html).toContain("Skrives af medlemmet: navn og afvigende mening.");
    expect(html).toContain("kan forlange sin afvigende mening");
    const plain = paperHtml(councilPlanPaper({ ...file, case: { ...file.case, rules: "plain" } }, "da"));
    expect(plain).not.toContain("kan forlange");
    const captions = [...html.matchAll(/<caption>(Skole for skole[^<]*)/g)];
    expect(captions).toHaveLength(3);
    expect(file.figures.plans).toHaveLength(2);
    // What is told of one plan twice is the same both times.
    expect(file.alternatives[1].figures).toEqual(file.consequences);
  });

  test("no school and no town tells of one to four pupils, and schools are told in fives", () => {
    for (const { schools, who } of [file.consequences, ...file.alternatives.map(({ figures }) => figures)]) {
      const counts = [
        ...schools.flatMap(({ pupils, gains, loses }) => [pupils.today, pupils.plan, gains, loses]),
        ...who.tables.flatMap(({ rows }) => rows.flatMap(({ pupils, cells }) => [pupils, ...cells])),
      ];
      for (const count of counts) expect(typeof count === "number" ? count % 5 : 0).toBe(0);
    }
  });
});

describe("a memo that can be checked", () => {
  test("every figure agrees when it is worked out anew", () => {
    expect(readPaperFile(JSON.stringify(file))).toEqual(file);
    const checked = check(file);
    expect([isPaperAgreeing(checked), checked.differing, checked.fields]).toEqual([true, [], []]);
    const { figures } = checked;
    expect(paperCheckedWords(checked).map(({ da }) => da)).toEqual([
      `${figures} af ${figures} tal stemmer, når de regnes efter.`,
    ]);
  });

  test("whichever digit is changed, that figure is named and no other, even under a sum that fits", () => {
    const named = [...paperFigures(file)];
    const [school] = file.consequences.schools;
    const schools = [{ ...school, pupils: { ...school.pupils, plan: 9995 } }, ...file.consequences.schools.slice(1)];
    const [price, ...prices] = file.prices;
    const rows = file.figures.rows.map((row) => (row.measure === "classes" ? { ...row, proposal: 1 } : row));
    const [first, ...dates] = file.calendar;
    const changed: readonly (readonly [Partial<PaperFile>, string])[] = [
      [{ consequences: { ...file.consequences, schools } }, `${school.name} (Elever i planen)`],
      [{ prices: [{ ...price, low: price.low + 1 }, ...prices] }, `${price.name.da} (Lavest)`],
      [{ figures: { ...file.figures, rows } }, "Klasser (Forslaget)"],
      [{ calendar: [{ ...first, date: "2027-01-01" }, ...dates] }, first.title.da],
    ];
    expect(named.length).toBeGreaterThan(300);
    for (const [each, name] of changed) {
      const other = { ...file, ...each };
      const checked = check({ ...other, sum: councilSum(other) });
      expect(checked.differing.map((figure) => figure.name.da)).toEqual([name]);
      expect([checked.sum, isPaperAgreeing(checked)]).toEqual(["same", false]);
      expect(paperCheckedWords(checked)[0].da).toBe(
        `${named.length - 1} af ${named.length} tal stemmer, når de regnes efter.`,
      );
    }
    expect(check({ ...file, reason: "Andet" }).fields.map(({ path }) => path)).toEqual(["reason"]);
    expect(check(file, { ...lattice, dataHash: "0".repeat(64) }).data).toBe("other");
  });
});

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "paper-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("writes the paper and its figures beside it, which verify works out anew in either order of its words", async () => {
    const out = join(folder, "sag.html");
    const wrote = await here("paper", "data/lattice", "--plan", "today", "--start", "2028/29", "--out", out);
    expect([wrote.code, wrote.err]).toEqual([0, ""]);
    const figures = join(folder, "sag.tal.json");
    expect(readFileSync(out, "utf8").includes("<h2>Høring og lovgrundlag</h2>")).toBe(true);
    for (const words of [
      [figures, "data/lattice"],
      ["data/lattice", figures],
      ["data/lattice", "--file", figures],
    ]) {
      const { code, out: said } = await here("verify", ...words);
      expect([code, /(\d+) af \1 tal stemmer/.test(said)]).toEqual([0, true]);
    }
    const text = readFileSync(figures, "utf8");
    const digit = text.replace(/"places":(\d)/, (_, found: string) => `"places":${(Number(found) % 9) + 1}`);
    writeFileSync(figures, digit);
    const wrong = await here("verify", figures, "data/lattice");
    expect([wrong.code, / \(Pladser\): i filen \d+, regnet efter \d+\./.test(wrong.out)]).toEqual([2, true]);
  });

  test("a name it does not know, and a file that is none of its own, are refused before anything is computed", async () => {
    const other = join(folder, "min.tal.json");
    writeFileSync(other, "{}");
    for (const name of ["sag.pdf", "min.docx"]) {
      const { code } = await here("paper", "data/lattice", "--plan", "today", "--out", join(folder, name));
      expect(code).toBe(2);
    }
    expect(readFileSync(other, "utf8")).toBe("{}");
    expect((await here("verify", "data/lattice")).code).toBe(2);
  });
});
