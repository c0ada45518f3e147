import { useMemo, useState } from "react";
import { compareIn } from "../i18n/in-order.ts";
import { useVoice } from "../i18n/say.ts";
import type { Column } from "./RowTable.tsx";
import type { TableRows } from "./table-columns.tsx";

interface Order {
  readonly column: string;
  readonly state: "ascending" | "descending";
}

interface Ordered {
  /** The rows by their place in the table. */
  readonly shown: readonly number[];
  readonly columns: readonly Column[];
}

/** A table's rows in the order that its headings choose, those alone that have the words looked for. */
export function useOrdered(rows: TableRows | undefined, words = ""): Ordered {
  const { language } = useVoice();
  const [order, setOrder] = useState<Order>();
  const sorted = useMemo(() => (rows ? inOrder(rows, order, compareIn(language)) : []), [rows, order, language]);
  const shown = useMemo(() => (rows ? withWords(rows, sorted, words) : []), [rows, sorted, words]);
  const sortBy = (column: string): void => {
    setOrder((before) =>
      before?.column === column && before.state === "ascending"
        ? { column, state: "descending" }
        : { column, state: "ascending" },
    );
  };
  const columns = (rows?.columns ?? []).map(({ key, title, kind, cell }) => ({
    key,
    title,
    kind,
    cell: (row: number) => cell(shown[row]),
    sort: { state: order?.column === key ? order.state : ("none" as const), onSort: () => sortBy(key) },
  }));
  return { shown, columns };
}

/** Rows by a column: numbers by size, texts as the language sorts them; the order of the case where none is chosen. */
function inOrder(
  { count, columns }: TableRows,
  order: Order | undefined,
  compare: Intl.Collator["compare"],
): readonly number[] {
  const rows = Array.from({ length: count }, (_, row) => row);
  const column = columns.find(({ key }) => key === order?.column);
  if (!column || !order) return rows;
  const sign = order.state === "ascending" ? 1 : -1;
  const keys = rows.map((row) => column.sortKey(row));
  return rows.toSorted((a, b) => {
    const [x, y] = [keys[a], keys[b]];
    return sign * (typeof x === "number" && typeof y === "number" ? x - y : compare(String(x), String(y))) || a - b;
  });
}

const known = new WeakMap<TableRows, readonly string[]>();

/** All that a row says in words, to look in; put together once a table. */
function textsOf(table: TableRows): readonly string[] {
  const texts = table.columns.filter(({ kind }) => kind === "text");
  const made =
    known.get(table) ??
    Array.from({ length: table.count }, (_, row) =>
      texts.map(({ sortKey }) => String(sortKey(row)).toLocaleLowerCase("da")).join("\n"),
    );
  known.set(table, made);
  return made;
}

/** Rows in whose texts all the words stand; numbers are not looked in. */
export function withWords(table: TableRows, rows: readonly number[], words: string): readonly number[] {
  const wanted = words.toLocaleLowerCase("da").split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return rows;
  const texts = textsOf(table);
  return rows.filter((row) => wanted.every((word) => texts[row].includes(word)));
}
