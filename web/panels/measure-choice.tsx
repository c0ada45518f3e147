import type { ReactNode } from "react";
import { type Measure, measureByKey } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import type { PlanList } from "../worker/messages.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  /** Hidden where the place says what the choice is of. */
  readonly labelling?: "shown" | "hidden";
  readonly list: PlanList;
  readonly value: string;
  readonly onChoose: (key: string) => void;
}

/** A choice among the measures that tell the plans apart, in groups; those of one grade band alone are left out. */
export function MeasureChoice({ id, label, labelling = "shown", list, value, onChoose }: Props): ReactNode {
  const { say, read } = useVoice();
  const measures = tellingMeasures(list, value);
  const groups = new Set(measures.map(({ group }) => group));
  return (
    <div className="field">
      <label className={labelling === "shown" ? "field-label" : "sr-only"} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="form-select compact-select"
        value={value}
        onChange={({ target }) => onChoose(target.value)}
      >
        {[...groups].map((group) => (
          <optgroup key={group} label={say(`group.${group}`)}>
            {measures
              .filter((measure) => measure.group === group)
              .map((measure) => (
                <option key={measure.key} value={measure.key}>
                  {read(measure.label)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

function tellingMeasures({ telling }: PlanList, chosen: string): readonly Measure[] {
  const keys = telling.includes(chosen) ? telling : [chosen, ...telling];
  return keys.filter((key) => key === chosen || !key.includes(":")).flatMap((key) => measureByKey.get(key) ?? []);
}
