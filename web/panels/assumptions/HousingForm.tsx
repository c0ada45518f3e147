import { type ReactNode, useEffect, useState } from "react";
import { DWELLING_TYPES, type DwellingType, FORECAST_YEARS } from "../../../src/index.ts";
import { useMarkingOf } from "../../draw/use-marking.ts";
import { useVoice } from "../../i18n/say.ts";
import { unitFinder } from "../../map/unit-finder.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { type Limits, readTyped } from "../typed-number.ts";
import { TypedField } from "../TypedField.tsx";
import { useKeptText } from "../use-kept-text.ts";
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
  const id = known?.id ?? "";
  const name = useKeptText(`housing ${id}`, was?.name);
  const count = useKeptText(`housing-count ${id}`, was && String(was.dwellings));
  const from = useKeptText(`housing-from ${id}`, String(was?.firstYear ?? today + 1));
  const until = useKeptText(`housing-until ${id}`, String(was?.lastYear ?? today + 1));
  const clear = (): void => [name, count, from, until].forEach((text) => text.clear());
  const [type, setType] = useState<DwellingType>(was?.type ?? "house");
  const [tried, setTried] = useState(false);
  // No child of a dwelling is foreseen beyond the years ahead that are computed.
  const years = { least: today + 1, most: Math.max(today + FORECAST_YEARS, was?.lastYear ?? 0), years: true } as const;
  const dwellings = readTyped(count.typed, DWELLINGS);
  const first = readTyped(from.typed, years);
  const afterFirst = first.kind === "number" ? { ...years, least: first.value } : years;
  const last = readTyped(until.typed, afterFirst);
  const submit = (): void => {
    setTried(true);
    if (unit === undefined || dwellings.kind !== "number" || first.kind !== "number" || last.kind !== "number") return;
    const lived = { firstYear: first.value, lastYear: last.value };
    const named = { kind: "housing", name: name.typed.trim() || proposed, unit } as const;
    if (onKeep({ ...named, dwellings: dwellings.value, ...lived, type })) clear();
  };
  const cancel = (): void => {
    clear();
    onCancel();
  };
  return (
    <AssumeForm kind="housing" was={was} isReady={unit !== undefined} onKeep={submit} onCancel={cancel}>
      <Where say={[say("assume.housing.where")]} />
      <NameBlank label={say("assume.housing.name")} typed={name.typed} proposed={proposed} onType={name.setTyped} />
      <TypedField
        labelled="seen"
        label={say("assume.housing.count")}
        typed={count.typed}
        read={tried ? dwellings : undefined}
        limits={DWELLINGS}
        onType={count.setTyped}
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
        typed={from.typed}
        read={tried ? first : undefined}
        limits={years}
        onType={from.setTyped}
      />
      <TypedField
        labelled="seen"
        label={say("assume.housing.last")}
        typed={until.typed}
        read={tried ? last : undefined}
        limits={afterFirst}
        onType={until.setTyped}
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
