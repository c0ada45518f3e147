import type { KeyboardEvent, ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";

/** Rows are ticked, one by one or many at once, to do something with all of them. */
export interface RowChoice {
  readonly isChosen: (row: number) => boolean;
  readonly chosen: "all" | "some" | "none";
  readonly onAll: (to: Ticked) => void;
  /** One row, or all from the one ticked before to this. */
  readonly onRow: (row: number, to: Ticked, reach: "alone" | "from-last") => void;
  readonly nameOf: (row: number) => string;
}

export type Ticked = "on" | "off";

const ticked = (checked: boolean): Ticked => (checked ? "on" : "off");

/** In the heading: every row, or none. */
export function ChooseAll({ choice: { chosen, onAll } }: { readonly choice: RowChoice }): ReactNode {
  const { say } = useVoice();
  return (
    <th scope="col" className="row-choice">
      <label>
        <input
          type="checkbox"
          aria-label={say("table.chooseAll")}
          checked={chosen === "all"}
          ref={(box) => {
            if (box) box.indeterminate = chosen === "some";
          }}
          onChange={({ target }) => onAll(ticked(target.checked))}
        />
      </label>
    </th>
  );
}

interface ChooseRowProps {
  readonly row: number;
  readonly choice: RowChoice;
}

/** In a row: with Shift all from the row before; the arrows go to the next, and with Shift take it along. */
export function ChooseRow({ row, choice }: ChooseRowProps): ReactNode {
  const { say } = useVoice();
  const isChosen = choice.isChosen(row);
  const step = (event: KeyboardEvent<HTMLInputElement>): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = by === undefined ? null : boxOf(event.currentTarget, row + by);
    if (by === undefined || !next) return;
    event.preventDefault();
    if (event.shiftKey) choice.onRow(row + by, ticked(isChosen), "alone");
    next.focus();
  };
  return (
    <td className="row-choice">
      <label>
        <input
          type="checkbox"
          data-row={row}
          aria-label={say("table.chooseRow", { area: choice.nameOf(row) })}
          checked={isChosen}
          onKeyDown={step}
          onChange={({ target, nativeEvent }) => {
            const isReaching = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
            choice.onRow(row, ticked(target.checked), isReaching ? "from-last" : "alone");
          }}
        />
      </label>
    </td>
  );
}

/** Rows just out of sight are made too, so that the next one is there to go to. */
const boxOf = (box: HTMLElement, row: number): HTMLElement | null =>
  box.closest("table")?.querySelector<HTMLElement>(`input[data-row="${row}"]`) ?? null;
