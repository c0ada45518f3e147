import { memo, type ReactNode } from "react";
import { type Measure, measureNamed, type MeasureKey } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { useStore } from "../state/store.ts";
import type { PlanList } from "../worker/messages.ts";
import { useMeasureTitle } from "./use-measure-title.ts";

interface Props {
  /** The part of the choice that it changes; also its id. */
  readonly part: "sort" | "across" | "upward";
  readonly label: string;
  /** Hidden where the place says what the choice is of. */
  readonly labelling?: "shown" | "hidden";
  readonly list: PlanList;
  readonly value: MeasureKey;
}

/** A choice among the measures that tell the plans apart, in groups; those of one grade band alone are left out. */
export const MeasureChoice = memo(function MeasureChoice(props: Props): ReactNode {
  const { part, label, labelling = "shown", list, value } = props;
  const { say } = useVoice();
  const titleOf = useMeasureTitle();
  const store = useStore();
  const measures = tellingMeasures(list, value);
  const groups = new Set(measures.map(({ group }) => group));
  return (
    <div className="field">
      <label className={labelling === "shown" ? "field-label" : "sr-only"} htmlFor={part}>
        {label}
      </label>
      <select
        id={part}
        className="form-select compact-select"
        value={value}
        onChange={({ target }) => store.dispatch({ kind: "choose", change: { [part]: target.value } })}
      >
        {[...groups].map((group) => (
          <optgroup key={group} label={say(`group.${group}`)}>
            {measures
              .filter((measure) => measure.group === group)
              .map((measure) => (
                <option key={measure.key} value={measure.key}>
                  {titleOf(measure)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
});

function tellingMeasures({ telling }: PlanList, chosen: MeasureKey): readonly Measure<MeasureKey>[] {
  const keys = telling.includes(chosen) ? telling : [chosen, ...telling];
  return keys.filter((key) => key === chosen || !key.includes(":")).flatMap((key) => measureNamed(key) ?? []);
}
