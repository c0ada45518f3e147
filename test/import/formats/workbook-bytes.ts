import { strToU8, zipSync } from "fflate";

/** What a cell of a made-up workbook holds; a text in `formula` stands without a result unless one is given. */
export type CellOf =
  | string
  | number
  | null
  | { readonly error: string }
  | { readonly formula: string; readonly result?: number; readonly error?: string }
  | { readonly number: number; readonly format: "date" | "percent" | "0000" };

export interface SheetOf {
  readonly name: string;
  readonly rows: readonly (readonly CellOf[])[];
  readonly hidden?: boolean;
  readonly merged?: readonly string[];
  /** 1-based. */
  readonly hiddenRows?: readonly number[];
  /** 1-based. */
  readonly hiddenColumn?: number;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const STYLES = ["general", "date", "percent", "0000"];

function cellXml(cell: CellOf, ref: string): string {
  if (cell === null) return "";
  if (typeof cell === "string") return `<c r="${ref}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if (typeof cell === "number") return `<c r="${ref}"><v>${cell}</v></c>`;
  if ("number" in cell) return `<c r="${ref}" s="${STYLES.indexOf(cell.format)}"><v>${cell.number}</v></c>`;
  if (!("formula" in cell)) return `<c r="${ref}" t="e"><v>${cell.error}</v></c>`;
  const formula = `<f>${escaped(cell.formula)}</f>`;
  if (cell.error !== undefined) return `<c r="${ref}" t="e">${formula}<v>${cell.error}</v></c>`;
  return `<c r="${ref}">${formula}${cell.result === undefined ? "" : `<v>${cell.result}</v>`}</c>`;
}

function sheetXml({ rows, merged = [], hiddenRows = [], hiddenColumn }: SheetOf): string {
  const data = rows.map((cells, row) => {
    const inside = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`)).join("");
    return `<row r="${row + 1}"${hiddenRows.includes(row + 1) ? ' hidden="1"' : ""}>${inside}</row>`;
  });
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  const columns =
    hiddenColumn === undefined
      ? ""
      : `<cols><col min="${hiddenColumn}" max="${hiddenColumn}" width="9" hidden="1"/></cols>`;
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${columns}<sheetData>${data.join("")}</sheetData>${
    merges === "" ? "" : `<mergeCells count="${merged.length}">${merges}</mergeCells>`
  }</worksheet>`;
}

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The smallest workbook that holds these sheets, so that a test says in itself what is in the file. */
export function workbookOf(...sheets: readonly SheetOf[]): Uint8Array {
  const listed = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="r${i + 1}"${hidden ? ' state="hidden"' : ""}/>`,
  );
  const relations = [...sheets.keys()].map(
    (i) => `<Relationship Id="r${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
  );
  relations.push(`<Relationship Id="s" Type="${RELATIONS}/styles" Target="styles.xml"/>`);
  const formats = [0, 14, 9, 164].map(
    (id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>`,
  );
  return zipSync(
    Object.fromEntries(
      [
        [
          "[Content_Types].xml",
          `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
        ],
        [
          "_rels/.rels",
          `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="w" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
        ],
        [
          "xl/workbook.xml",
          `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed.join("")}</sheets></workbook>`,
        ],
        [
          "xl/_rels/workbook.xml.rels",
          `<Relationships xmlns="${PACKAGE}/relationships">${relations.join("")}</Relationships>`,
        ],
        [
          "xl/styles.xml",
          `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0000"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="4">${formats.join("")}</cellXfs></styleSheet>`,
        ],
        ...sheets.map((sheet, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet)]),
      ].map(([path, text]) => [path, strToU8(text)]),
    ),
    { mtime: new Date(2024, 0, 1) },
  );
}

/** A table of text as a sheet: what is a number there becomes one. */
export const sheetOfText = (name: string, text: string): SheetOf => ({
  name,
  rows: text
    .trim()
    .split("\n")
    .map((line) =>
      line.split(";").map((cell) => (/^-?\d+(\.\d+)?$/.test(cell) && cell.length < 16 ? Number(cell) : cell)),
    ),
});
