import { type ReactNode, useEffect, useState } from "react";
import { DWELLING_TYPES, type DwellingType } from "../../../src/index.ts";
import { useAssumptions } from "../../draw/use-assumptions.ts";
import { useMarkingOf } from "../../draw/use-marking.ts";
import { useVoice } from "../../i18n/say.ts";
import { unitFinder } from "../../map/unit-finder.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { useNameNear } from "./DangerForm.tsx";
import { AssumeForm } from "./AssumeForm.tsx";
import { Where } from "./Where.tsx";

/** Whole numbers and years as they were typed; undefined for anything else. */
const whole = (typed: string): number | undefined => (/^\d{1,5}$/.test(typed.trim()) ? Number(typed) : undefined);

/** New dwellings at a place on the map, moved into from one year to another. */
export function HousingForm({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { say } = useVoice();
  const { add } = useAssumptions();
  useMarkingOf("housing");
  const unit = useMarkedUnit();
  const today = Number(useSelect((state) => caseView(state)?.schoolYear.slice(0, 4)) ?? 0);
  const wished = useNameNear("housing");
  const [typed, setTyped] = useState({ name: "", dwellings: "", first: String(today + 1), last: String(today + 1) });
  const [type, setType] = useState<DwellingType>("house");
  const [tried, setTried] = useState(false);
  const set = (change: Partial<typeof typed>): void => setTyped({ ...typed, ...change });
  const [dwellings, firstYear, lastYear] = [typed.dwellings, typed.first, typed.last].map(whole);
  const isDated = firstYear !== undefined && lastYear !== undefined && firstYear > today && lastYear >= firstYear;
  const submit = (): void => {
    setTried(true);
    if (unit === undefined || !dwellings || !isDated) return;
    const name = typed.name.trim() || wished;
    if (add({ kind: "housing", name, unit, dwellings, firstYear, lastYear, type })) onDone();
  };
  return (
    <AssumeForm kind="housing" isReady={unit !== undefined} onAdd={submit} onCancel={onDone}>
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
