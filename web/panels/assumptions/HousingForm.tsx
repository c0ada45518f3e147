import { type ReactNode, useEffect, useState } from "react";
import { DWELLING_TYPES, type DwellingType, FORECAST_YEARS } from "../../../src/index.ts";
import { useMarkingOf } from "../../draw/use-marking.ts";
import { useVoice } from "../../i18n/say.ts";
import { unitFinder } from "../../map/unit-finder.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { type Limits, readWhole } from "../typed-number.ts";
import { TypedField } from "../TypedField.tsx";
import { NameBlank, useNameNear } from "./NameBlank.tsx";
import { AssumeForm } from "./AssumeForm.tsx";
import type { FormProps } from "./form-props.ts";
import { Where } from "./Where.tsx";

/** Dwellings of one project: more than any municipality of Denmark builds in one place is a slip of the hand. */
const DWELLINGS: Limits = { least: 1, most: 20_000 };

/** New dwellings at a place on the map, moved into from one year to another. */
export function HousingForm({ known, onKeep, onCancel }: FormProps<"housing">): ReactNode {
  const { say } = useVoice();
  const was = known?.was;
  const middle = useSelect((state) => was && caseView(state)?.units);
  useMarkingOf(
    "housing",
    known && middle && { id: known.id, at: [{ lon: middle.lon[known.was.unit], lat: middle.lat[known.was.unit] }] },
  );
  const unit = useMarkedUnit();
  const today = Number(useSelect((state) => caseView(state)?.schoolYear.slice(0, 4)) ?? 0);
  const proposed = useNameNear("housing");
  const [typed, setTyped] = useState({
    name: was?.name ?? "",
    dwellings: was ? String(was.dwellings) : "",
    first: String(was?.firstYear ?? today + 1),
    last: String(was?.lastYear ?? today + 1),
  });
  const [type, setType] = useState<DwellingType>(was?.type ?? "house");
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof typed>): void => setTyped({ ...typed, ...change });
  // No child of a dwelling is foreseen beyond the years ahead that are computed.
  const years = { least: today + 1, most: Math.max(today + FORECAST_YEARS, was?.lastYear ?? 0), years: true } as const;
  const dwellings = readWhole(typed.dwellings, DWELLINGS);
  const first = readWhole(typed.first, years);
  const afterFirst = first.kind === "number" ? { ...years, least: first.value } : years;
  const last = readWhole(typed.last, afterFirst);
  const submit = (): void => {
    setTried(true);
    if (unit === undefined || dwellings.kind !== "number" || first.kind !== "number" || last.kind !== "number") return;
    const name = typed.name.trim() || proposed;
    const [firstYear, lastYear] = [first.value, last.value];
    onKeep({ kind: "housing", name, unit, dwellings: dwellings.value, firstYear, lastYear, type });
  };
  return (
    <AssumeForm kind="housing" was={was} isReady={unit !== undefined} onKeep={submit} onCancel={onCancel}>
      <Where say={[say("assume.housing.where")]} />
      <NameBlank
        label={say("assume.housing.name")}
        typed={typed.name}
        proposed={proposed}
        onType={(name) => set({ name })}
      />
      <TypedField
        labelled="seen"
        label={say("assume.housing.count")}
        typed={typed.dwellings}
        read={tried ? dwellings : undefined}
        limits={DWELLINGS}
        onType={(count) => set({ dwellings: count })}
      />
      <label>
        {say("assume.housing.type")}
        <select
          className="form-select"
          value={type}
          onChange={({ target }) => setType(DWELLING_TYPES.find((each) => each === target.value) ?? "house")}
        >
          {DWELLING_TYPES.map((each) => (
            <option key={each} value={each}>
              {say(`assume.type.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <TypedField
        labelled="seen"
        label={say("assume.housing.first")}
        typed={typed.first}
        read={tried ? first : undefined}
        limits={years}
        onType={(year) => set({ first: year })}
      />
      <TypedField
        labelled="seen"
        label={say("assume.housing.last")}
        typed={typed.last}
        read={tried ? last : undefined}
        limits={afterFirst}
        onType={(year) => set({ last: year })}
      />
      <p className="field-help">{say("assume.housing.seen")}</p>
    </AssumeForm>
  );
}

/** The unit of the place that is chosen. */
function useMarkedUnit(): number | undefined {
  const view = useSelect(caseView);
  const at = useSelect(({ drawing }) => drawing.marking?.at[0]);
  const [unit, setUnit] = useState<number>();
  useEffect(() => {
    let isNow = true;
    const find = async (): Promise<void> => {
      const found = view && at && (await unitFinder(view.units)).at(at.lon, at.lat);
      if (isNow) setUnit(found);
    };
    void find();
    return () => {
      isNow = false;
    };
  }, [view, at]);
  return unit;
}
