import { unreachable } from "../domain/outcome.ts";
import { documentOf, escaped } from "../report/html.ts";
import type { Block, Cell, FigureBlock, Inline, Item, Line, Paper, PaperRow, TableBlock } from "./tree.ts";

/** A paper as a page to read, print and keep: it needs neither the program nor a network. */
export function paperHtml(paper: Paper): string {
  const { title, over, language, opening, sections, runningHead } = paper;
  const body = [
    ...(over === undefined ? [] : [`<p class="soft">${escaped(over)}</p>`]),
    `<h1>${escaped(title)}</h1>`,
    blocksHtml(opening),
    ...contentsOf(paper),
    ...sections.map(
      (section, number) =>
        `<section id="${idOf(number)}"><h2>${escaped(section.title)}</h2>${blocksHtml(section.blocks)}</section>`,
    ),
  ];
  return documentOf(title, language, body.join("\n"), runningHead);
}

const idOf = (number: number): string => `del-${number + 1}`;

function contentsOf({ contents, sections }: Paper): readonly string[] {
  if (contents === undefined) return [];
  const lines = sections.map(({ title }, number) => `<li><a href="#${idOf(number)}">${escaped(title)}</a></li>`);
  return [`<nav aria-labelledby="indhold"><h2 id="indhold">${escaped(contents)}</h2><ol>${lines.join("")}</ol></nav>`];
}

export const blocksHtml = (blocks: readonly Block[]): string => blocks.map(blockHtml).join("");

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h3>${escaped(block.text)}</h3>`;
    case "paragraph":
      return `<p${block.look ? ` class="${block.look}"` : ""}>${lineHtml(block.line)}</p>`;
    case "list":
      return listHtml(block.items);
    case "file":
      return `<p><a download="${escaped(block.name)}" href="data:application/json,${encodeURIComponent(block.text)}">${escaped(block.label)}</a></p>`;
    case "table":
      return tableHtml(block);
    case "figure":
      return figureHtml(block);
    default:
      return unreachable(block);
  }
}

const listHtml = (items: readonly Item[]): string =>
  `<ul>${items.map((item) => `<li>${itemHtml(item)}</li>`).join("")}</ul>`;

const itemHtml = (item: Item): string =>
  isNested(item) ? `${lineHtml(item.line)}${item.under.length > 0 ? listHtml(item.under) : ""}` : lineHtml(item);

const isNested = (item: Item): item is Extract<Item, { readonly line: Line }> =>
  typeof item === "object" && "line" in item;

/** Lines that somebody broke stay broken. */
const lineHtml = (line: Line): string =>
  typeof line === "string" ? escaped(line).replaceAll("\n", "<br>") : line.map(inlineHtml).join("");

function inlineHtml(inline: Inline): string {
  if (typeof inline === "string") return escaped(inline);
  switch (inline.kind) {
    case "strong":
      return `<strong>${escaped(inline.text)}</strong>`;
    case "soft":
      return `<span class="soft">${escaped(inline.text)}</span>`;
    case "code":
      return `<code>${escaped(inline.text)}</code>`;
    case "moment":
      return `<time datetime="${escaped(inline.at)}">${escaped(inline.text)}</time>`;
    case "break":
      return "<br>";
    default:
      return unreachable(inline);
  }
}

function tableHtml({ caption, heads, rows, sums = [], holds }: TableBlock): string {
  const table = [
    `<table${classOf(heads.length, holds)}>`,
    ...(caption === undefined ? [] : [`<caption>${escaped(caption)}</caption>`]),
    `<thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join("")}</tr></thead>`,
    `<tbody>${rows.map(rowHtml).join("")}</tbody>`,
    ...(sums.length > 0 ? [`<tfoot>${sums.map(rowHtml).join("")}</tfoot>`] : []),
    "</table>",
  ].join("");
  // On a narrow screen a table is scrolled within itself, by keys too.
  return caption === undefined
    ? table
    : `<div class="scrolled" role="region" aria-label="${escaped(caption)}" tabindex="0">${table}</div>`;
}

/** More columns than this stand closer. */
const MOST_WIDE = 6;

function classOf(columns: number, holds: TableBlock["holds"]): string {
  const names = [...(holds === "words" ? ["words"] : []), ...(columns > MOST_WIDE ? ["wide"] : [])];
  return names.length > 0 ? ` class="${names.join(" ")}"` : "";
}

const rowHtml = ({ head, cells }: PaperRow): string =>
  `<tr><th scope="row">${lineHtml(head)}</th>${cells.map((cell) => `<td${cell.figure ? "" : ' class="in-words"'}>${cellHtml(cell)}</td>`).join("")}</tr>`;

const cellHtml = ({ text, range }: Cell): string =>
  `${escaped(text)}${range === undefined ? "" : `<br><span class="soft">${escaped(range)}</span>`}`;

function figureHtml({ picture, alt, caption, key }: FigureBlock): string {
  const colours = key?.swatches.map(
    ({ name, letter, fill, ink }) =>
      `<li><span class="swatch" style="background:${escaped(fill)};border-color:${escaped(ink)};color:${escaped(ink)}">${escaped(letter)}</span>${escaped(name)}</li>`,
  );
  return [
    `<figure><img src="${escaped(picture)}" alt="${escaped(alt)}"><figcaption class="soft">${escaped(caption)}</figcaption>`,
    ...(key && colours ? [`<p class="soft">${escaped(key.text)}</p><ul class="key">${colours.join("")}</ul>`] : []),
    "</figure>",
  ].join("");
}
