import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { here } from "../cli/here.ts";
import { EVERY_GRADE, K12, ONE_BAND, someone, townFiles } from "./town.ts";

const root = mkdtempSync(join(tmpdir(), "skoledistrikt-rules-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const decoder = new TextDecoder();

function folderOf(name: string, rules: object, currency: unknown): string {
  const folder = join(root, name);
  const files = townFiles({ rules, names: K12, teaches: ["K-12", "K-5", "6-12", "K-5"], pupils: someone });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    const isCase = path === "case.json";
    const told = isCase ? JSON.stringify({ ...JSON.parse(decoder.decode(bytes)), currency }) : bytes;
    writeFileSync(join(folder, path), told);
  }
  return folder;
}

const COMMANDS: readonly (readonly string[])[] = [
  ["check"],
  ["evaluate", "--plan", "two"],
  ["calendar", "--plan", "two", "--start", "2030"],
  ["costs"],
  ["compare", "--plan", "two", "--plan", "today", "--draws", "100"],
  ["consolidate", "--districts", "2"],
  ["reassign", "--rule", "longest-way:K-5:9000"],
  ["network"],
  ["redraw", "--districts", "2", "--balance", "6-12"],
  ["forecast", "--plan", "two", "--draws", "20"],
  ["buses", "--plan", "two"],
  ["paper", "--plan", "two", "--out", "{out}/paper.html"],
];

/** A line that names a source: what a figure is taken from may well be Danish. */
const IS_SOURCE = /^ {4}[»"“]|\(\w+\.dk\b/;
/** What only Denmark's law says: a paragraph, the act, its way of carrying, its boards and its dates. */
const OF_DENMARK =
  /§|section \d|folkeskole|Folkeskole Act|skolebestyrelse|school board|\bSFO\b|\blovens\b|\bloven (siger|kræver)|the law (says|asks|allows)|kan forlange|may demand/i;

/** Kroner, however they are called, beyond what says that a figure was converted from them; and a blank that nobody filled. */
const OF_KRONER = /\bkr\.|\bkroner\b|DKK|\{currency/;
const IS_CONVERTED =
  /converted from Danish kroner, [\d.]+ for [A-Z]{3} 1: |omregnet fra danske kroner, [\d,]+ for 1 [A-Z]{3}: /;
/** Lines, cells and the texts of a file that lies in a page. */
const piecesOf = (text: string): readonly string[] =>
  text.split(/\n|<|%22/).map((piece) => (piece.includes("%20") ? decodeURIComponent(piece) : piece));

describe.each([
  ["thirteen bands", EVERY_GRADE, { code: "GBP", kroner: 8.7 }],
  ["two bands and no right to transport", ONE_BAND, "EUR"],
])("with a plain rule set of %s", (name, rules, currency) => {
  const folder = folderOf(name.replaceAll(" ", "-"), rules, currency);
  test.each(COMMANDS.map((words) => [words[0], words] as const))(
    "%s answers without a word of Danish law",
    async (_, words) => {
      for (const language of ["da", "en"]) {
        const out = mkdtempSync(join(root, "out-"));
        const [command, ...rest] = words.map((word) => word.replace("{out}", out));
        const isNarrow = name.startsWith("two");
        const said = await here(
          command,
          folder,
          ...rest.map((word) => (isNarrow ? word : word.replace("K-5:", "5:").replace(/^6-12$/, "6"))),
          "--lang",
          language,
        );
        expect(said.err, said.err).not.toMatch(/Error|undefined|NaN/);
        expect([0, 1, 2, 3], said.err).toContain(said.code);
        const texts = [said.out, said.err, ...readdirSync(out).map((file) => readFileSync(join(out, file), "utf8"))];
        for (const text of texts)
          expect(
            text
              .split("\n")
              .filter((line) => OF_DENMARK.test(line) && !IS_SOURCE.test(line))
              .slice(0, 3),
          ).toEqual([]);
        for (const text of texts)
          expect(
            piecesOf(text)
              .filter((line) => OF_KRONER.test(line) && !IS_SOURCE.test(line) && !IS_CONVERTED.test(line))
              .slice(0, 3),
          ).toEqual([]);
        expect(said.out.length + readdirSync(out).length, said.err).toBeGreaterThan(0);
      }
    },
  );
});
