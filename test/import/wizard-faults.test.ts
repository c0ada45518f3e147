import { dsvFormat } from "d3-dsv";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { importCase } from "../../src/import/import-case.ts";
import type { RecipeFile } from "../../src/protocol/recipe-file.ts";
import { ImportDesk } from "../../web/import/import-desk.ts";
import { mendedOf, mendName } from "../../web/import/mend-name.ts";
import { TINY_PUPILS } from "../cases/tiny.ts";
import { OTHERS } from "./others-files.ts";

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const cellText = (value: unknown): string =>
  value === null || value === undefined ? "" : `${value as string | number}`;
const filesOf = (given: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>) =>
  Object.entries(given).map(([path, content]) => ({
    path,
    bytes: typeof content === "string" ? bytes(content) : content,
  }));

const atDesk = async (given: Parameters<typeof filesOf>[0], recipe?: RecipeFile) => {
  const desk = new ImportDesk();
  const read = await desk.read(filesOf(given), { year: 2026, language: "da", ...(recipe && { recipe }) });
  return { desk, checked: await desk.check(read.recipe) };
};

describe("errors, taken back to a spreadsheet", () => {
  const pupils = "elever pr. adresse.csv";
  /** Words where numbers belong, a row of one cell too many, and a formula; a title stands above the header. */
  const damaged = [
    "Elever 5. september",
    ...OTHERS[pupils]
      .trim()
      .split("\n")
      .map((row, i) => {
        if (i === 0) return `${row};Bemærkning`;
        if (i === 3) return `${row.replace(/;[^;]*$/, ";mange")};=1+1`;
        return i === 5 ? `${row};@her;og her` : `${row};`;
      }),
  ];
  const brought = { ...OTHERS, [pupils]: `${damaged.join("\n")}\n` };

  test("are a list of row, column, value, what is wrong and what to do, then the row as it stands", async () => {
    const { desk } = await atDesk(brought);
    const [csv] = await desk.faults("da", "csv");
    const [header, ...rows] = dsvFormat(";").parseRows((csv.content as string).replace("\uFEFF", ""));
    expect(csv.name).toBe(pupils);
    expect(header.slice(0, 7)).toEqual([
      "Række",
      "Kolonne",
      "Der står",
      "Hvad er der galt?",
      "Hvad skal I gøre?",
      "breddegrad",
      "længdegrad",
    ]);
    expect(rows.map((row) => row.slice(0, 3))).toEqual([
      ["5", "9. klasse", "mange"],
      ["7", "", ""],
    ]);
    expect(rows[0].slice(5)).toEqual([...damaged[4].split(";").slice(0, -1), "'=1+1"]);
    expect(rows[1].slice(5)).toEqual(damaged[6].replace("@her", "'@her").split(";"));
    for (const row of rows) expect(row[3] === "" || row[4] === "").toBe(false);
    // The same in a workbook, a sheet a file.
    const [book] = await desk.faults("da", "xlsx");
    const { sheets } = await readXlsx(book.content as Uint8Array);
    expect(sheets.map(({ name, rows: all }) => [name, all.map((row) => row.map((cell) => cell ?? ""))])).toEqual([
      [pupils, [header, ...rows].map((row) => expect.arrayContaining(row.slice(0, 8)) as unknown)],
    ]);
  });

  test("are marked in the file as it is, whole and in order, which comes back without its last column once it is mended", async () => {
    const { desk, checked } = await atDesk(brought);
    const [file, ...others] = await desk.faults("da", "mend");
    expect([file.name, file.ending, others]).toEqual(["elever pr. adresse - til rettelse", "xlsx", []]);
    const name = `${file.name} (1).xlsx`;
    expect(mendedOf(name, Object.keys(brought))).toBe(pupils);
    const book = await readXlsx(file.content as Uint8Array, { readStyles: true });
    const [{ rows, cells }] = book.sheets;
    const [header, ...own] = damaged.slice(1).map((row) => row.split(";"));
    expect(rows[0].map(cellText).slice(0, -1)).toEqual([...header, "Skal rettes (skoledistrikt)"]);
    expect(rows.slice(1).map((row) => header.map((_, i) => cellText(row[i]).replace(/^'/, "")))).toEqual(
      own.map((row) => header.map((_, i) => row[i])),
    );
    // Only what is wrong is marked and spoken of; what is too much stands behind.
    const last = header.length;
    expect(rows.flatMap((row, i) => (i > 0 && cellText(row[last]) !== "" ? i : []))).toEqual([3, 5]);
    expect(cellText(rows[3][last])).toMatch(/^9\. klasse: /);
    expect(cellText(rows[5][last + 1])).toBe("og her");
    const yellow = [...cells!].flatMap(([at, { style }]) =>
      style?.fill?.type === "pattern" && JSON.stringify(style.fill).includes("FFE08A") ? at : [],
    );
    expect(yellow.toSorted()).toEqual([`3,${last - 2}`, `5,${last}`]);

    // Unmended it has the same faults; nothing is taken for a formula, and nothing has been lost.
    const { [pupils]: _, ...rest } = brought;
    const recipe = {
      ...checked.recipe,
      files: checked.recipe.files.map((each) => (each.file === pupils ? { ...each, file: name } : each)),
    };
    const again = await atDesk({ ...rest, [name]: file.content }, recipe);
    const kinds = ({ problems }: typeof checked) =>
      problems.flatMap(({ code, severity, times }) => (severity === "error" ? `${code} ${times}` : [])).toSorted();
    expect(kinds(again.checked)).toEqual(kinds(checked));
    expect(again.checked.parts.find((part) => part.file === name)?.columns).toEqual(header);

    // Mended in its cells alone, the last column left as it is, it is the case that was meant.
    const mended = rows.map((row, i) =>
      row.map((value, at) => (i === 3 && at === last - 2 ? 2 : i === 5 && at > last ? null : value)),
    );
    const saved = new Uint8Array(await writeXlsx({ sheets: [{ name: book.sheets[0].name, rows: mended }] }));
    const { checked: sound } = await atDesk({ ...rest, [name]: saved }, recipe);
    expect(sound.step.kind).toBe("open");
    const total = importCase(new Map(sound.made.map((each) => [each.path, each.bytes]))).value!.notes.pupils.placed;
    const before = Number(OTHERS[pupils].split("\n")[3].split(";").at(-1));
    expect(total).toBe(TINY_PUPILS - before + 2);
  });

  test("speak of the files that somebody brought, not of those that were made of them", async () => {
    const places = "skole;trin;pladser\nNordby Skole;0-3;60\nUkendt Skole;0-3;4\n";
    const { checked } = await atDesk({ ...OTHERS, "kapacitet.csv": places });
    const [{ files, message, action }] = checked.problems.filter(({ severity }) => severity === "error");
    expect(files).toEqual(["kapacitet.csv"]);
    expect(message.da).toContain("findes ikke i Skoler_2025.csv");
    expect(action.da).toBe("Skriv skolens id fra Skoler_2025.csv.");
  });

  test("of one sheet among several leave the others what they are, and their names", async () => {
    const rows = OTHERS["Skoler_2025.csv"]
      .trim()
      .split("\n")
      .map((row) => row.split(";"));
    const wrong = rows.map((row, i) => (i === 2 ? row.with(5, "alt muligt") : row));
    const book = new Uint8Array(
      await writeXlsx({
        sheets: [
          { name: "Skoler", rows: wrong },
          {
            name: "Noter",
            rows: [
              ["Emne", "Tekst"],
              ["a", "0316"],
            ],
          },
          { name: "Tom", rows: [] },
        ],
      }),
    );
    const { "Skoler_2025.csv": _, ...rest } = OTHERS;
    const { desk, checked } = await atDesk({ ...rest, "Skoler 2025.xlsx": book });
    expect(checked.recipe.files.map(({ part }) => part)).toContain("Skoler");
    const [file] = await desk.faults("da", "mend");
    const name = `${file.name}.xlsx`;
    const recipe = {
      ...checked.recipe,
      files: checked.recipe.files.map((each) => (each.file === "Skoler 2025.xlsx" ? { ...each, file: name } : each)),
    };
    const again = await atDesk({ ...rest, [name]: file.content }, recipe);
    expect(again.checked.parts.flatMap(({ part }) => part ?? [])).toEqual(["Skoler", "Noter"]);
    expect(again.checked.parts.find(({ part }) => part === "Noter")?.first[0].cells).toEqual(["a", "0316"]);
    expect(again.checked.problems.map(({ code }) => code)).toEqual(checked.problems.map(({ code }) => code));
  });
});

test("a file that was taken away to be mended is known again by its name, mended once or twice, and never taken for another", () => {
  const mended = "Data/elever - til rettelse.xlsx";
  expect(mendName("Data/elever.csv", ["Data/elever.csv", "skoler.csv"], "da")).toBe("elever - til rettelse");
  expect(mendName(mended, [mended], "en")).toBe("elever - to mend");
  expect(mendName("elever.csv", ["elever.csv", "elever.xlsx"], "da")).toBe("elever.csv - til rettelse");
  expect(mendedOf("elever - til rettelse (1).xlsx", ["Data/elever.csv", "skoler.csv"])).toBe("Data/elever.csv");
  expect(mendedOf("elever - to mend 2.xlsx", [mended])).toBe(mended);
  expect(mendedOf("elever.csv - til rettelse.xlsx", ["elever.csv", "elever.xlsx"])).toBe("elever.csv");
  expect(mendedOf("elever - til rettelse.xlsx", ["elever.csv", "elever.xlsx"])).toBeUndefined();
  expect(mendedOf("elever.xlsx", ["elever.csv"])).toBeUndefined();
});
