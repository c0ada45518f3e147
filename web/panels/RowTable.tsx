import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import { ChooseAll, ChooseRow, type RowChoice } from "./row-choice.tsx";
import { useRowWindow } from "./window-rows.ts";

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly kind: "text" | "number";
  readonly cell: (row: number) => ReactNode;
  /** Its heading sorts by it. */
  readonly sort?: { readonly state: "ascending" | "descending" | "none"; readonly onSort: () => void };
}

interface Props {
  readonly label: string;
  readonly count: number;
  readonly columns: readonly Column[];
  readonly choice?: RowChoice;
  /** Pixels; without it the table fills its place. */
  readonly height?: number;
}

const ROW_HEIGHT = 38;
const HEAD_HEIGHT = 44;

/** A table of any length: the rows in sight are made, the others are room above and below. */
export function RowTable({ label, count, columns, choice, height }: Props): ReactNode {
  const { hold, first, end } = useRowWindow(count, ROW_HEIGHT, HEAD_HEIGHT);
  return (
    <div
      ref={hold}
      className="row-table"
      style={{ height }}
      // A box that scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="region"
      aria-label={label}
      data-own-keys=""
    >
      <table aria-rowcount={count + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {choice && <ChooseAll choice={choice} />}
            {columns.map((column) => (
              <Heading key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Room rows={first} />
          {Array.from({ length: Math.max(0, end - first) }, (_, i) => (
            <tr key={first + i} aria-rowindex={first + i + 2} style={{ height: ROW_HEIGHT }}>
              {choice && <ChooseRow row={first + i} choice={choice} />}
              {columns.map(({ key, kind, cell }, c) =>
                c === 0 ? (
                  <th key={key} scope="row" className={kind}>
                    {cell(first + i)}
                  </th>
                ) : (
                  <td key={key} className={kind}>
                    {cell(first + i)}
                  </td>
                ),
              )}
            </tr>
          ))}
          <Room rows={count - end} />
        </tbody>
      </table>
    </div>
  );
}

function Heading({ column: { title, kind, sort } }: { readonly column: Column }): ReactNode {
  const { say } = useVoice();
  if (!sort)
    return (
      <th scope="col" className={kind}>
        {title}
      </th>
    );
  return (
    <th scope="col" className={kind} aria-sort={sort.state}>
      <button type="button" onClick={sort.onSort} title={say("table.sortBy", { column: title })}>
        {title}
        <span aria-hidden="true">{sort.state === "ascending" ? " ▲" : sort.state === "descending" ? " ▼" : ""}</span>
      </button>
    </th>
  );
}

/** Rows that are not made, as empty height. */
function Room({ rows }: { readonly rows: number }): ReactNode {
  return rows > 0 && <tr aria-hidden="true" style={{ height: rows * ROW_HEIGHT }} />;
}
