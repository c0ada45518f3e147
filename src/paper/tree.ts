import type { Language } from "../domain/language.ts";
import type { CellText } from "../report/shown-measures.ts";

/** Words within a line; a text alone stands as it is. */
export type Inline =
  | string
  | { readonly kind: "strong" | "soft" | "code"; readonly text: string }
  /** `at`: ISO 8601. */
  | { readonly kind: "moment"; readonly at: string; readonly text: string }
  | { readonly kind: "break" };

export type Line = string | readonly Inline[];

/** A line of a list, with a list of its own under it where it has one. */
export type Item = Line | { readonly line: Line; readonly under: readonly Line[] };

/** What a figure is exactly, beside how it is written: numbers in the unit of its measure, or a word for a small group. */
export interface Figure {
  readonly value: CellText;
  readonly low?: number;
  readonly high?: number;
  /** What the numbers count: "kroner", "metres". */
  readonly unit?: string;
}

/** `text` is what is read; `range` stands under it, smaller. */
export interface Cell {
  readonly text: string;
  readonly range?: string;
  readonly figure?: Figure;
}

export interface PaperRow {
  readonly head: Line;
  readonly cells: readonly Cell[];
}

export interface TableBlock {
  readonly kind: "table";
  readonly caption?: string;
  /** Of all columns, that of the rows' heads first. */
  readonly heads: readonly string[];
  readonly rows: readonly PaperRow[];
  /** What the rows add up to. */
  readonly sums?: readonly PaperRow[];
  /** Numbers stand to the right, words to the left. */
  readonly holds: "numbers" | "words";
}

/** A colour of a map's key: what is inside a border of another, with the letter that the map has for it. */
export interface Swatch {
  readonly name: string;
  readonly letter: string;
  readonly fill: string;
  readonly ink: string;
}

export interface FigureBlock {
  readonly kind: "figure";
  /** The address of its own data: "data:image/png;base64,…". */
  readonly picture: string;
  /** Dots across and down. */
  readonly size?: { readonly width: number; readonly height: number };
  /** What somebody who does not see it is told. */
  readonly alt: string;
  readonly caption: string;
  readonly key?: { readonly text: string; readonly swatches: readonly Swatch[] };
}

/** One part of a paper. What it is called in a writer of HTML, Word or a table is that writer's own matter. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly line: Line; readonly look?: ParagraphLook }
  | { readonly kind: "list"; readonly items: readonly Item[] }
  /** A file that is held in the paper itself, where it can hold one. `text`: what is in it. */
  | { readonly kind: "file"; readonly name: string; readonly label: string; readonly text: string }
  | TableBlock
  | FigureBlock;

/** "said": somebody's own words. "blank": what people have yet to write. */
export type ParagraphLook = "soft" | "notice" | "said" | "blank";

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A paper before it is written as anything: its parts in order, all texts in one language. */
export interface Paper {
  readonly language: Language;
  readonly title: string;
  /** Over the title. */
  readonly over?: string;
  /** Under the title, before the first section. */
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
  /** Stands at the head of every printed page; absent: only page numbers. */
  readonly runningHead?: string;
  /** Over a list of what is in it; absent: a paper too short for one. */
  readonly contents?: string;
}

export const paragraph = (line: Line, look?: ParagraphLook): Block => ({
  kind: "paragraph",
  line,
  ...(look && { look }),
});
export const list = (items: readonly Item[]): Block => ({ kind: "list", items });

/** What is read of a line, without how it looks. */
export const textOf = (line: Line): string =>
  typeof line === "string" ? line : line.map(inlineText).join("").replaceAll(/ +/g, " ").trim();

const inlineText = (inline: Inline): string =>
  typeof inline === "string" ? inline : inline.kind === "break" ? " " : inline.text;

/** What a cell is read as, its range included. */
export const cellText = ({ text, range }: Cell): string => (range === undefined ? text : `${text} (${range})`);
