import { type ReactNode, useId, useState } from "react";
import type { CostItem, CostParameter, Range } from "../../../src/index.ts";
import type { Voice } from "../../i18n/say.ts";
import { keepTyping, keptTyping } from "../../state/typing.ts";
import { textOfEdits, withEdit, withoutEdit } from "../../worker/cost-edits.ts";
import { useStore } from "../../state/store.ts";
import { Provenance, writeFigure } from "../effects/Prices.tsx";
import { type End, ENDS, type Entry, readEntry, type Typed } from "./entry.ts";
import { useRegisterVoice } from "./register-voice.ts";

interface Props {
  readonly item: CostItem;
  /** As the case has it. */
  readonly parameter: CostParameter;
  /** What the user puts in its place. */
  readonly edit: Range | undefined;
}

/** One parameter: what it is, its three figures to correct, where it comes from. */
export function CostRow({ item, parameter, edit }: Props): ReactNode {
  const voice = useRegisterVoice();
  const { say, tell, read } = voice;
  const store = useStore();
  const id = useId();
  const { typed, type, entry, keep, drop } = useTyping(item, parameter, edit ?? parameter);
  const problem = entry.kind === "problem" ? entry : undefined;
  const { costs } = store.state().choice;
  return (
    <li className={`cost-row ${edit ? "corrected" : ""}`}>
      <fieldset>
        <legend>
          {read(parameter.name)}
          {edit && <span className="corrected-tag">{tell("costs.corrected")}</span>}
        </legend>
        <div className="cost-figures">
          {ENDS.map((end) => (
            <label key={end}>
              {say(`range.${end}`)}
              <input
                className="compact-input"
                inputMode="decimal"
                autoComplete="off"
                value={typed[end]}
                aria-invalid={problem?.at === end}
                aria-describedby={problem ? `${id}-problem` : `${id}-unit`}
                onChange={({ target }) => type(end, target.value)}
                onBlur={keep}
                onKeyDown={({ key }) => key === "Enter" && keep()}
              />
            </label>
          ))}
        </div>
        <p className="cost-unit" id={`${id}-unit`}>
          {read(parameter.unit)}
        </p>
        {problem && (
          <p className="cost-problem" id={`${id}-problem`} role="alert">
            {tell(problem.message, { found: problem.found })}{" "}
            {tell("entry.instead", { range: rangeOf(voice, edit ?? parameter) })}
          </p>
        )}
        {(edit || problem) && (
          <p className="cost-before">
            {edit && tell("costs.before", { range: rangeOf(voice, parameter) })}{" "}
            <button
              type="button"
              className="link-button"
              aria-label={tell("costs.reset.one", { name: read(parameter.name) })}
              onClick={() => {
                drop();
                store.dispatch({ kind: "choose", change: { costs: withoutEdit(costs, item) } });
              }}
            >
              {tell("costs.reset")}
            </button>
          </p>
        )}
      </fieldset>
      <Provenance price={parameter} />
    </li>
  );
}

const rangeOf = (voice: Voice, figures: Range): string =>
  ENDS.map((end) => writeFigure(voice, figures[end])).join(" - ");

interface Typing {
  readonly typed: Typed;
  readonly type: (end: End, text: string) => void;
  readonly entry: Entry;
  /** Puts what was typed in force, if it can be read. */
  readonly keep: () => void;
  /** Lets go of what was typed and not put in force. */
  readonly drop: () => void;
}

interface Draft {
  /** The figures in force when it was begun, as written. */
  readonly of: string;
  readonly typed: Typed;
}

const fieldOf = (item: CostItem): string => `cost ${item}`;

/** What is half typed anywhere in the register is kept no longer. */
export const forgetTyped = (items: readonly CostItem[]): void => {
  for (const item of items) keepTyping(fieldOf(item), undefined);
};

/** What could not be put in force still stands there when the register is opened again. */
function keptDraft(item: CostItem): Draft | undefined {
  const kept = keptTyping(fieldOf(item));
  if (!kept) return undefined;
  const [low = "", mid = "", high = ""] = kept.typed.split("\n");
  return { of: kept.from, typed: { low, mid, high } };
}

/** What stands in the fields: the figures in force until something else is typed, and again once they change. */
function useTyping(item: CostItem, parameter: CostParameter, figures: Range): Typing {
  const voice = useRegisterVoice();
  const store = useStore();
  const written = write(voice, figures, figures === parameter ? "rounded" : "exact");
  const inForce = ENDS.map((end) => written[end]).join(" ");
  const [draft, setDraft] = useState(() => keptDraft(item));
  const hold = (next: Draft | undefined): void => {
    setDraft(next);
    keepTyping(fieldOf(item), next && { typed: ENDS.map((end) => next.typed[end]).join("\n"), from: next.of });
  };
  const typed = draft?.of === inForce ? draft.typed : written;
  const entry = readEntry(typed, item, voice.language);
  return {
    typed,
    type: (end, text) => hold({ of: inForce, typed: { ...typed, [end]: text } }),
    entry,
    keep: () => {
      if (draft?.of !== inForce || entry.kind === "problem") return;
      const { costs } = store.state().choice;
      // However it was typed: 740200 is 740.200.
      const standard = readEntry(write(voice, parameter, "rounded"), item, voice.language);
      const isStandard =
        standard.kind === "figures" && ENDS.every((end) => standard.figures[end] === entry.figures[end]);
      const next = isStandard ? withoutEdit(costs, item) : withEdit(costs, { item, ...entry.figures });
      hold(undefined);
      if (textOfEdits(next) !== textOfEdits(costs)) store.dispatch({ kind: "choose", change: { costs: next } });
    },
    drop: () => hold(undefined),
  };
}

/** A correction with all its decimals, so that what is read again is what was typed; prices that an index moved in whole kroner. */
const write = ({ number }: Voice, figures: Range, manner: "exact" | "rounded"): Typed => {
  const figure = (value: number): string => {
    if (manner === "rounded" && value >= 100) return number(Math.round(value));
    const decimals = [0, 1, 2, 3, 4].find((places) => Math.abs(value - Number(value.toFixed(places))) < 1e-9) ?? 4;
    return number(value, decimals === 3 ? 4 : decimals);
  };
  return { low: figure(figures.low), mid: figure(figures.mid), high: figure(figures.high) };
};
