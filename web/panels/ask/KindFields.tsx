import { gradesHere } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import type { ReactNode } from "react";
import {
  asLargeAs,
  CONTIGUITY_KEYS,
  CONTIGUITY_RULES,
  isMeasureKey,
  gradesInWords,
  WHOLE_MEASURES,
} from "../../../src/index.ts";
import { mergesAround, pairsAsked } from "../../ask/question.ts";
import type { AskedOf } from "../../ask/asked-of.ts";
import { type AskForm, mostMerged, networkPrices, seatsOf, SETTINGS } from "../../ask/form.ts";
import { counted } from "../../i18n/say.ts";
import { useStore } from "../../state/store.ts";
import { useAskVoice } from "./ask-voice.ts";
import { NumberRow } from "./NumberField.tsx";
import { session } from "./session-context.ts";

/** Measures that say which of two plans is better, of all grades together. */
const ORDERING = WHOLE_MEASURES.filter(({ better }) => better !== "neither");

/** How districts are merged, and by what the best are told. */
export function Consolidate({ form, of }: { readonly form: AskForm; readonly of: AskedOf }): ReactNode {
  const voice = useAskVoice();
  const { ask, read } = voice;
  const store = useStore();
  const now = of.context.districtIds.length;
  const most = mostMerged(now);
  return (
    <>
      <NumberRow
        label={ask("redraw.districts")}
        value={Math.min(form.districts, most)}
        {...SETTINGS.districts}
        most={most}
        onFill={(districts) => session.write({ districts })}
      />
      <p className="field-help">{ask("merge.most", { ...counted(voice, now), most })}</p>
      <label className="ask-row">
        <span>{ask("merge.policy")}</span>
        <select
          className="inline-select"
          value={mergesAround(form, of.context) ? "stay" : form.policy}
          disabled={mergesAround(form, of.context)}
          onChange={({ target }) => session.write({ policy: target.value === "nearest" ? "nearest" : "stay" })}
        >
          <option value="stay">{ask("merge.policy.stay")}</option>
          <option value="nearest">{ask("merge.policy.nearest")}</option>
        </select>
      </label>
      <label className="ask-row">
        <span>{ask("merge.measure")}</span>
        <select
          className="inline-select"
          value={form.measure}
          onChange={({ target: { value } }) => isMeasureKey(value) && session.write({ measure: value })}
        >
          {ORDERING.map(({ key, title }) => (
            <option key={key} value={key}>
              {read(title)}
            </option>
          ))}
        </select>
      </label>
      <label className="ask-row">
        <span>{ask("merge.piece")}</span>
        <select
          className="inline-select"
          value={form.contiguity}
          onChange={({ target: { value } }) =>
            session.write({ contiguity: CONTIGUITY_KEYS.find((rule) => rule === value) ?? "ignored" })
          }
        >
          {CONTIGUITY_KEYS.map((rule) => (
            <option key={rule} value={rule}>
              {read(CONTIGUITY_RULES[rule].name)}
            </option>
          ))}
          <option value="ignored">{ask("merge.anywhere")}</option>
        </select>
      </label>
      <SaidPairs form={form} of={of} />
      <label className="ask-kind">
        <input
          type="checkbox"
          checked={form.prices === "asked"}
          onChange={({ target }) => session.write({ prices: target.checked ? "asked" : "not-asked" })}
        />
        <span>{ask("merge.prices")}</span>
      </label>
      <button
        type="button"
        className="link-button"
        onClick={() => store.dispatch({ kind: "choose", change: { doing: "find", plan: undefined } })}
      >
        {ask("ask.list")}
      </button>
    </>
  );
}

/** The pairs of districts that somebody has put right for the list of plans, which are asked with here as well. */
function SaidPairs({ form, of: { context, names } }: { readonly form: AskForm; readonly of: AskedOf }): ReactNode {
  const { ask } = useAskVoice();
  const pairs = pairsAsked(form, context);
  if (pairs.length === 0) return null;
  const nameOf = (id: string): string => names.districts[context.districtIds.indexOf(id)];
  const said = pairs.map(({ districts, touch }) =>
    ask(`merge.said.${touch}`, { pair: districts.map(nameOf).join(" - ") }),
  );
  return <p className="field-help">{ask("merge.said", { pairs: said.join("; ") })}</p>;
}

export function Redraw({ form }: { readonly form: AskForm }): ReactNode {
  const { ask, read } = useAskVoice();
  const grades = useSelect(gradesHere);
  return (
    <>
      <NumberRow
        label={ask("redraw.districts")}
        value={form.districts}
        {...SETTINGS.districts}
        onFill={(districts) => session.write({ districts })}
      />
      <label className="ask-row">
        <span>{ask("redraw.balance")}</span>
        <select
          className="inline-select"
          value={form.balance}
          onChange={({ target }) =>
            session.write({ balance: grades.bands.find(({ key }) => key === target.value)?.key ?? "pupils" })
          }
        >
          <option value="pupils">{ask("redraw.balance.all")}</option>
          {grades.bands.map(({ key }) => (
            <option key={key} value={key}>
              {ask("redraw.balance.band", { band: read(gradesInWords(key)) })}
            </option>
          ))}
        </select>
      </label>
      <NumberRow
        label={ask("redraw.tolerance")}
        value={form.tolerance}
        {...SETTINGS.tolerance}
        onFill={(tolerance) => session.write({ tolerance })}
      />
      <label className="ask-row">
        <span>{ask("redraw.drawn")}</span>
        <select
          className="inline-select"
          value={form.redrawn}
          onChange={({ target }) =>
            session.write({ redrawn: target.value === "pupil-metres" ? "pupil-metres" : "inertia" })
          }
        >
          <option value="inertia">{ask("redraw.drawn.inertia")}</option>
          <option value="pupil-metres">{ask("redraw.drawn.pupil-metres")}</option>
        </select>
      </label>
      {/* A district that is drawn around a school holds it. */}
      {form.redrawn === "inertia" && (
        <label className="ask-kind">
          <input
            type="checkbox"
            checked={form.sites === "in-every-district"}
            onChange={({ target }) => session.write({ sites: target.checked ? "in-every-district" : "ignored" })}
          />
          <span>{ask("redraw.sites")}</span>
        </label>
      )}
      <p className="field-help">{ask("redraw.places")}</p>
    </>
  );
}

/** Every district has one middle or none has: what is lacking, or left to choose, is said before it is asked. */
export function Seats({ form }: { readonly form: AskForm }): ReactNode {
  const { ask, number } = useAskVoice();
  const seats = seatsOf(form).length;
  if (seats === 0 || seats === form.districts) return null;
  return (
    <p className="field-help" role="status">
      {ask(seats < form.districts ? "redraw.seats" : "redraw.seats.more", {
        seats,
        schools: number(seats),
        districts: form.districts,
        wanted: number(form.districts),
        left: form.districts - seats,
        wantedLeft: number(form.districts - seats),
      })}
    </p>
  );
}

export function Network({ form }: { readonly form: AskForm }): ReactNode {
  const { ask, currency } = useAskVoice();
  const { siteCost, kilometreCost } = networkPrices(form, currency);
  return (
    <>
      <NumberRow
        label={ask("network.count")}
        value={form.networks}
        {...SETTINGS.networks}
        onFill={(networks) => session.write({ networks })}
      />
      {form.networks > 1 && (
        <NumberRow
          label={ask("network.apart")}
          value={form.apart}
          {...SETTINGS.apart}
          onFill={(apart) => session.write({ apart })}
        />
      )}
      <NumberRow
        label={ask("network.siteCost")}
        value={siteCost}
        {...SETTINGS.siteCost}
        step={asLargeAs(SETTINGS.siteCost.step, currency)}
        onFill={(typed) => session.write({ siteCost: typed })}
      />
      <NumberRow
        label={ask("network.kilometreCost")}
        value={kilometreCost}
        {...SETTINGS.kilometreCost}
        step={asLargeAs(SETTINGS.kilometreCost.step, currency)}
        onFill={(typed) => session.write({ kilometreCost: typed })}
      />
      <p className="field-help">{ask("network.costs")}</p>
    </>
  );
}
