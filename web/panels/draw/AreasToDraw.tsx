import { type ReactNode, useRef, useState } from "react";
import { type Draft, sum } from "../../../src/index.ts";
import { openSites, unitsOf } from "../../draw/drawn.ts";
import { pupilsWord } from "../../draw/strokes.ts";
import { useStroke } from "../../draw/use-stroke.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";
import type { RowChoice, Ticked } from "../row-choice.tsx";
import { RowTable } from "../RowTable.tsx";
import { useScreenWidth } from "../screen-width.ts";
import type { UnitRows } from "../unit-rows.tsx";
import { useOrdered } from "../use-ordered.ts";
import { DrawLine } from "./DrawLine.tsx";
import { Grades } from "./Grades.tsx";

interface Props {
  readonly rows: UnitRows;
  readonly draft: Draft;
}

/** All areas as a table to draw on: what the map's tools do to areas pointed at, done to rows that are ticked. */
export function AreasToDraw({ rows, draft }: Props): ReactNode {
  const voice = useVoice();
  const { say } = voice;
  const [words, setWords] = useState("");
  const { shown, columns } = useOrdered(rows, words);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const choice = useRowChoice(rows, shown, chosen, setChosen);
  // Beside a map the line stands below that.
  const hasMap = useScreenWidth() === "narrow";
  return (
    <>
      <div className="areas-to-draw">
        <label className="field">
          <span className="field-label">{say("areas.find")}</span>
          <input
            type="search"
            className="form-input compact-input"
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        </label>
        <DoWithAreas draft={draft} chosen={chosen} onNone={() => setChosen(new Set())} />
        {!hasMap && <DrawLine map={undefined} />}
      </div>
      <RowTable label={say("table.units")} count={shown.length} columns={columns} choice={choice} />
      <p className="shown">
        {say("table.shown", counted(voice, shown.length))} · {say("areas.fewPupils")}
      </p>
    </>
  );
}

/** Which rows are ticked, by their units: they stay so in another order, and while others are looked for. */
function useRowChoice(
  { units, nameOf }: UnitRows,
  shown: readonly number[],
  chosen: ReadonlySet<number>,
  onChoose: (chosen: ReadonlySet<number>) => void,
): RowChoice {
  const last = useRef<number>(undefined);
  const unitAt = (row: number): number => units[shown[row]];
  const set = (some: readonly number[], to: Ticked): void => {
    const next = new Set(chosen);
    for (const unit of some)
      if (to === "on") next.add(unit);
      else next.delete(unit);
    onChoose(next);
  };
  const inSight = shown.filter((row) => chosen.has(units[row])).length;
  return {
    isChosen: (row) => chosen.has(unitAt(row)),
    chosen: inSight === 0 ? "none" : inSight === shown.length ? "all" : "some",
    onAll: (to) =>
      set(
        shown.map((row) => units[row]),
        to,
      ),
    onRow: (row, to, reach) => {
      const before = reach === "alone" ? -1 : shown.findIndex((each) => units[each] === last.current);
      const [from, until] = before < 0 ? [row, row] : [Math.min(row, before), Math.max(row, before)];
      set(
        shown.slice(from, until + 1).map((each) => units[each]),
        to,
      );
      last.current = unitAt(row);
    },
    nameOf: (row) => nameOf(shown[row]),
  };
}

interface DoProps {
  readonly draft: Draft;
  readonly chosen: ReadonlySet<number>;
  readonly onNone: () => void;
}

/** A school for the ticked areas, a lock on them, or none. */
function DoWithAreas({ draft, chosen, onNone }: DoProps): ReactNode {
  const voice = useVoice();
  const { say, read } = voice;
  const store = useStore();
  const stroke = useStroke();
  const unitBand = useSelect((state) => caseView(state)?.units.unitBand);
  const drawing = useSelect((state) => state.drawing);
  const sites = openSites(draft);
  const site = sites.some((each) => each.site === drawing.site) ? drawing.site : undefined;
  if (!unitBand) return null;
  const pairs = [...chosen].flatMap((unit) =>
    drawing.bands.map((band) => unit * draft.municipality.grades.bandCount + band),
  );
  const words = {
    ...counted(voice, unitsOf(draft.municipality.grades, pairs)),
    pupils: read(pupilsWord(sum(pairs.map((pair) => unitBand[pair])))),
  };
  return (
    <>
      <Grades drawing={drawing} onChange={(bands) => store.dispatch({ kind: "drawing", change: { bands } })} />
      <div className="do-with-areas">
        <p role="status">{chosen.size === 0 ? say("areas.none") : say("areas.chosen", words)}</p>
        <select
          className="inline-select"
          aria-label={say("paint.to")}
          value={site ?? ""}
          onChange={({ target: { value } }) =>
            store.dispatch({ kind: "drawing", change: { site: value === "" ? undefined : Number(value) } })
          }
        >
          <option value="">{say("paint.choose")}</option>
          {sites.map(({ site: number, name }) => (
            <option key={number} value={number}>
              {name}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button button-primary small-button"
          disabled={chosen.size === 0 || site === undefined}
          onClick={() => stroke(chosen, undefined, "paint")}
        >
          {say("areas.paint")}
        </button>
        {(["lock", "unlock"] as const).map((tool) => (
          <button
            key={tool}
            type="button"
            className="button button-secondary small-button"
            disabled={chosen.size === 0}
            onClick={() => stroke(chosen, undefined, tool)}
          >
            {say(`tool.${tool}`)}
          </button>
        ))}
        {chosen.size > 0 && (
          <button type="button" className="link-button" onClick={onNone}>
            {say("areas.chooseNone")}
          </button>
        )}
      </div>
    </>
  );
}
