import { type ReactNode, useEffect, useState } from "react";
import { DWELLING_TYPES, type DwellingType } from "../../../src/index.ts";
import { useMarkingOf } from "../../draw/use-marking.ts";
import { useVoice } from "../../i18n/say.ts";
import { unitFinder } from "../../map/unit-finder.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { useNameNear } from "./DangerForm.tsx";
import { AssumeForm } from "./AssumeForm.tsx";
import type { FormProps } from "./form-props.ts";
import { Where } from "./Where.tsx";

/** Whole numbers and years as they were typed; undefined for anything else. */
const whole = (typed: string): number | undefined => (/^\d{1,5}$/.test(typed.trim()) ? Number(typed) : undefined);

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
  const wished = useNameNear("housing");
  const [typed, setTyped] = useState({
    name: was?.name ?? "",
    dwellings: was ? String(was.dwellings) : "",
    first: String(was?.firstYear ?? today + 1),
    last: String(was?.lastYear ?? today + 1),
  });
  const [type, setType] = useState<DwellingType>(was?.type ?? "house");
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof typed>): void => setTyped({ ...typed, ...change });
  const [dwellings, firstYear, lastYear] = [typed.dwellings, typed.first, typed.last].map(whole);
  const isDated = firstYear !== undefined && lastYear !== undefined && firstYear > today && lastYear >= firstYear;
  const submit = (): void => {
    setTried(true);
    if (unit === undefined || !dwellings || !isDated) return;
    const name = typed.name.trim() || wished;
    onKeep({ kind: "housing", name, unit, dwellings, firstYear, lastYear, type });
  };
  return (
    <AssumeForm kind="housing" was={was} isReady={unit !== undefined} onKeep={submit} onCancel={onCancel}>
      <Where say={[say("assume.housing.where")]} />
      <Field label={say("assume.housing.name")} value={typed.name} hint={wished} onType={(name) => set({ name })} />
      <Field
        label={say("assume.housing.count")}
        value={typed.dwellings}
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
      <Field label={say("assume.housing.first")} value={typed.first} onType={(first) => set({ first })} />
      <Field label={say("assume.housing.last")} value={typed.last} onType={(last) => set({ last })} />
      {tried && !(dwellings && isDated) && (
        <p role="alert" className="draw-refused">
          {say("assume.housing.wrong", { first: String(today + 1) })}
        </p>
      )}
      <p className="field-help">{say("assume.housing.seen")}</p>
    </AssumeForm>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly onType: (value: string) => void;
}

function Field({ label, value, hint, onType }: FieldProps): ReactNode {
  return (
    <label>
      {label}
      <input
        className="form-input"
        inputMode={hint === undefined ? "numeric" : "text"}
        value={value}
        placeholder={hint}
        maxLength={hint === undefined ? 5 : 200}
        autoComplete="off"
        onChange={({ target }) => onType(target.value)}
      />
    </label>
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
