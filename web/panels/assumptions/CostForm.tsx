import { type ReactNode, useState } from "react";
import { type AssumedCost, formatNumber } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { useKeptText } from "../use-kept-text.ts";
import { AssumeForm } from "./AssumeForm.tsx";
import type { FormProps } from "./form-props.ts";
import { kronerOf } from "./kroner.ts";

const PER = ["year", "once"] as const satisfies readonly AssumedCost["per"][];

/** A sum in the proposer's own words, every year or once. */
export function CostForm({ known, onKeep, onCancel }: FormProps<"cost">): ReactNode {
  const { say, language } = useVoice();
  const was = known?.was;
  const priceYear = useSelect((state) => caseView(state)?.priceYear) ?? "";
  const id = known?.id ?? "";
  const { typed: name, setTyped: setName, clear: clearName } = useKeptText(`cost ${id}`, was?.name);
  const {
    typed: sum,
    setTyped: setSum,
    clear: clearSum,
  } = useKeptText(`cost-sum ${id}`, was && formatNumber(was.kroner, 0, language));
  const [per, setPer] = useState<AssumedCost["per"]>(was?.per ?? "year");
  const [tried, setTried] = useState(false);
  const kroner = kronerOf(sum);
  const clear = (): void => {
    clearName();
    clearSum();
  };
  const submit = (): void => {
    setTried(true);
    if (kroner === undefined) return;
    if (onKeep({ kind: "cost", name: name.trim(), kroner, per })) clear();
  };
  const cancel = (): void => {
    clear();
    onCancel();
  };
  return (
    <AssumeForm kind="cost" was={was} isReady onKeep={submit} onCancel={cancel}>
      <label>
        {say("assume.cost.name")}
        <input
          className="form-input"
          // The button that was pressed is gone; the field stands in its place.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          required
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <label>
        {say("assume.cost.kroner")}
        <input
          className="form-input"
          inputMode="numeric"
          required
          value={sum}
          maxLength={24}
          autoComplete="off"
          aria-describedby="assume-prices"
          aria-invalid={tried && kroner === undefined}
          onChange={({ target }) => setSum(target.value)}
        />
      </label>
      {tried && kroner === undefined && (
        <p role="alert" className="draw-refused">
          {say("assume.cost.wrong")}
        </p>
      )}
      <p className="field-help" id="assume-prices">
        {say("assume.cost.prices", { year: priceYear })}
      </p>
      <label>
        {say("assume.cost.per")}
        <select
          className="form-select"
          value={per}
          onChange={({ target }) => setPer(target.value === "once" ? "once" : "year")}
        >
          {PER.map((each) => (
            <option key={each} value={each}>
              {say(`assume.cost.${each}`)}
            </option>
          ))}
        </select>
      </label>
    </AssumeForm>
  );
}
