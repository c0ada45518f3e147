import type * as DocxModule from "docx";
import type { FileChild, IRunOptions, ParagraphChild } from "docx";
import { catalogue, localeOf, type Text } from "../domain/language.ts";
import { unreachable } from "../domain/outcome.ts";
import { cleaned } from "../protocol/words.ts";
import {
  type Block,
  type Cell,
  type FigureBlock,
  type Item,
  type Line,
  type Paper,
  type ParagraphLook,
  type PaperRow,
  type TableBlock,
} from "./tree.ts";

type Docx = typeof DocxModule;

const PAGE_NUMBER: Text = catalogue("paper.docx", { da: "Side ", en: "Page " });

/** A4 in twentieths of a point, and how much of it is left of words beside the margins. */
const PAGE = { width: 11_906, height: 16_838, margin: 1134 };
const INSIDE = PAGE.width - 2 * PAGE.margin;
/** Dots across of a picture that fills the lines, at Word's 96 dots an inch. */
const PICTURE_WIDTH = Math.floor((INSIDE / 1440) * 96);

/** A paper as a Word file: headings, tables and pictures as Word's own, so that it can be gone on with and read aloud. */
export async function paperDocx(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  // Larger than all the rest, and only wanted by whoever asks for this file.
  const docx = await import("docx");
  const { Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } = docx;
  const writer = new DocxWriter(docx);
  const foot = new Paragraph({
    alignment: docx.AlignmentType.RIGHT,
    children: [
      new TextRun({ children: [PAGE_NUMBER[paper.language], PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] }),
    ],
  });
  const document = new Document({
    title: cleaned(paper.title),
    ...(paper.over !== undefined && { subject: cleaned(paper.over) }),
    creator: "skoledistrikt",
    styles: {
      default: {
        document: {
          run: { font: "Calibri", size: 22, language: { value: localeOf(paper.language) } },
          paragraph: { spacing: { after: 120 } },
        },
        title: { run: { size: 40, bold: true } },
        heading1: {
          run: { size: 30, bold: true },
          paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
        },
        heading2: { run: { size: 25, bold: true }, paragraph: { spacing: { before: 240, after: 80 }, keepNext: true } },
      },
      paragraphStyles: [
        {
          id: "Caption",
          name: "caption",
          basedOn: "Normal",
          quickFormat: true,
          run: { bold: true },
          paragraph: { keepNext: true },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        ...(paper.runningHead !== undefined && {
          headers: {
            default: new Header({ children: [writer.line(paper.runningHead, { color: "555555", size: 18 })] }),
          },
        }),
        footers: { default: new Footer({ children: [foot] }) },
        children: writer.document(paper),
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

class DocxWriter {
  readonly #docx: Docx;

  constructor(docx: Docx) {
    this.#docx = docx;
  }

  document({ title, over, opening, contents, sections }: Paper): FileChild[] {
    const { HeadingLevel, Paragraph, Bookmark, TextRun } = this.#docx;
    return [
      ...(over === undefined ? [] : [this.line(over, { color: "555555" })]),
      new Paragraph({ heading: HeadingLevel.TITLE, children: [this.#run(title)] }),
      ...this.#blocks(opening),
      ...(contents === undefined ? [] : this.#contents(contents, sections)),
      ...sections.flatMap((section, number) => [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          children: [new Bookmark({ id: bookmarkOf(number), children: [new TextRun(cleaned(section.title))] })],
        }),
        ...this.#blocks(section.blocks),
      ]),
    ];
  }

  line(line: Line, look: IRunOptions = {}): InstanceType<Docx["Paragraph"]> {
    return new this.#docx.Paragraph({ children: this.#runs(line, look) });
  }

  #contents(title: string, sections: Paper["sections"]): FileChild[] {
    const { InternalHyperlink, Paragraph } = this.#docx;
    return [
      this.line(title, { bold: true, size: 30 }),
      ...sections.map(
        (section, number) =>
          new Paragraph({
            spacing: { after: 40 },
            children: [
              new InternalHyperlink({
                anchor: bookmarkOf(number),
                children: [this.#run(`${number + 1}. ${section.title}`, { style: "Hyperlink" })],
              }),
            ],
          }),
      ),
    ];
  }

  #blocks(blocks: readonly Block[]): FileChild[] {
    return blocks.flatMap((block) => this.#block(block));
  }

  #block(block: Block): FileChild[] {
    const { HeadingLevel, Paragraph } = this.#docx;
    switch (block.kind) {
      case "heading":
        return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [this.#run(block.text)] })];
      case "paragraph":
        return [this.#paragraph(block.line, block.look)];
      case "list":
        return block.items.flatMap((item) => this.#item(item, 0));
      // A Word file is passed on beside the file of its figures, not with it inside.
      case "file":
        return [];
      case "table":
        return this.#table(block);
      case "figure":
        return this.#figure(block);
      default:
        return unreachable(block);
    }
  }

  #paragraph(line: Line, look: ParagraphLook | undefined): FileChild {
    const { BorderStyle, Paragraph } = this.#docx;
    const edge = (style: (typeof BorderStyle)[keyof typeof BorderStyle]) => ({
      style,
      size: 8,
      space: 6,
      color: "767676",
    });
    const around = (style: (typeof BorderStyle)[keyof typeof BorderStyle]) => ({
      top: edge(style),
      bottom: edge(style),
      left: edge(style),
      right: edge(style),
    });
    const border =
      look === "blank"
        ? around(BorderStyle.DASHED)
        : look === "notice"
          ? around(BorderStyle.SINGLE)
          : look === "said"
            ? { left: edge(BorderStyle.SINGLE) }
            : undefined;
    return new Paragraph({
      children: this.#runs(line, look === "soft" ? { color: "555555" } : {}),
      ...(border && { border, indent: { left: 120, right: 120 } }),
    });
  }

  #item(item: Item, level: number): FileChild[] {
    const { Paragraph } = this.#docx;
    const [line, under] = typeof item === "object" && "line" in item ? [item.line, item.under] : [item, []];
    return [
      new Paragraph({ bullet: { level }, children: this.#runs(line) }),
      ...under.flatMap((each) => this.#item(each, level + 1)),
    ];
  }

  #table({ caption, heads, rows, sums = [], holds }: TableBlock): FileChild[] {
    const { Paragraph, Table, TableRow, WidthType } = this.#docx;
    const widths = columnWidths(heads.length, holds);
    const headRow = new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: heads.map((head, i) =>
        this.#cell([this.#run(head, { bold: true, size: 18 })], widths[i], i > 0 && holds === "numbers"),
      ),
    });
    const rowOf = ({ head, cells }: PaperRow, look: IRunOptions) =>
      new TableRow({
        cantSplit: true,
        children: [
          this.#cell(this.#runs(head, { size: 18, ...look }), widths[0], false),
          ...cells.map((cell, i) => this.#cell(this.#cellRuns(cell, look), widths[i + 1], holds === "numbers")),
        ],
      });
    return [
      ...(caption === undefined
        ? []
        : [new Paragraph({ style: "Caption", keepNext: true, children: [this.#run(caption)] })]),
      new Table({
        width: { size: INSIDE, type: WidthType.DXA },
        columnWidths: widths,
        rows: [headRow, ...rows.map((row) => rowOf(row, {})), ...sums.map((row) => rowOf(row, { bold: true }))],
      }),
      new Paragraph({ children: [] }),
    ];
  }

  #cell(children: ParagraphChild[], width: number, isNumber: boolean) {
    const { AlignmentType, Paragraph, TableCell, WidthType } = this.#docx;
    return new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 70, right: 70 },
      children: [
        new Paragraph({ spacing: { after: 0 }, ...(isNumber && { alignment: AlignmentType.RIGHT }), children }),
      ],
    });
  }

  #cellRuns({ text, range }: Cell, look: IRunOptions): ParagraphChild[] {
    const own = this.#run(text, { size: 18, ...look });
    return range === undefined ? [own] : [own, this.#run(range, { size: 16, color: "555555", break: 1 })];
  }

  #figure({ picture, size, alt, caption, key }: FigureBlock): FileChild[] {
    const { ImageRun, Paragraph } = this.#docx;
    const read = pictureBytes(picture);
    if (!read) return [];
    const { width, height } = size ?? { width: 2, height: 1 };
    return [
      new Paragraph({
        keepNext: true,
        children: [
          new ImageRun({
            type: read.type,
            data: read.bytes,
            transformation: { width: PICTURE_WIDTH, height: Math.round((PICTURE_WIDTH * height) / width) },
            altText: { title: caption, description: alt, name: caption },
          }),
        ],
      }),
      this.line(caption, { color: "555555" }),
      ...(key
        ? [
            this.line(key.text, { color: "555555" }),
            new Paragraph({
              children: key.swatches.flatMap(({ name, letter, ink }) => [
                this.#run(`● ${letter} `, { color: hexOf(ink), bold: true }),
                this.#run(`${name}   `),
              ]),
            }),
          ]
        : []),
    ];
  }

  #runs(line: Line, look: IRunOptions = {}): ParagraphChild[] {
    if (typeof line === "string")
      return line.split("\n").map((part, i) => this.#run(part, { ...look, ...(i > 0 && { break: 1 }) }));
    return line.map((inline) => {
      if (typeof inline === "string") return this.#run(inline, look);
      if (inline.kind === "break") return this.#run("", { ...look, break: 1 });
      const own =
        inline.kind === "strong"
          ? { bold: true }
          : inline.kind === "soft"
            ? { color: "555555" }
            : inline.kind === "code"
              ? { font: "Consolas" }
              : {};
      return this.#run(inline.text, { ...look, ...own });
    });
  }

  #run(text: string, look: IRunOptions = {}) {
    return new this.#docx.TextRun({ ...look, text: cleaned(text) });
  }
}

const bookmarkOf = (number: number): string => `del-${number + 1}`;

/** The first column holds names, the others share what is left. */
function columnWidths(count: number, holds: TableBlock["holds"]): number[] {
  const first = Math.floor(INSIDE * (holds === "words" ? 0.2 : count > 7 ? 0.2 : 0.34));
  const rest = Math.floor((INSIDE - first) / Math.max(1, count - 1));
  return Array.from({ length: count }, (_, i) => (i === 0 ? first : rest));
}

/** "#1b6b5f" as Word writes it; grey for a colour written otherwise. */
const hexOf = (colour: string): string => /^#([\da-f]{6})$/i.exec(colour)?.[1] ?? "767676";

function pictureBytes(address: string): { readonly type: "png" | "jpg"; readonly bytes: Uint8Array } | undefined {
  const [, kind, data] = /^data:image\/(png|jpeg);base64,(.+)$/.exec(address) ?? [];
  if (data === undefined) return undefined;
  const letters = atob(data);
  return { type: kind === "png" ? "png" : "jpg", bytes: Uint8Array.from(letters, (letter) => letter.charCodeAt(0)) };
}
