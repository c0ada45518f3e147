import { type ReactNode, useId, useState } from "react";
import type { CostItem, FigureUnder, SavingParameter } from "../../src/index.ts";
import { readEntry } from "../panels/costs/entry.ts";
import { useRegisterVoice } from "../panels/costs/register-voice.ts";
import { kroner } from "../panels/effects/money-words.ts";
import { Provenance, writeFigure } from "../panels/effects/Prices.tsx";
import { caseView } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import { editedCosts } from "../worker/cost-edits.ts";
import { useClaimsVoice } from "./claims-voice.ts";
import { Effect } from "./Effect.tsx";
import { Said } from "./Said.tsx";
import { useKeptClaims } from "./use-claims.ts";

interface Props {
  readonly figure: FigureUnder;
  /** Whether another number is tried in its place just now. */
  readonly is: "tried" | "still";
}

/** One figure under a plan's money: what it is, where it comes from, what others say it is, and a blank for one's own. */
export function FigureRow({ figure: { parameter, atLow, atHigh }, is }: Props): ReactNode {
  const voice = useClaimsVoice();
  const { tell, read } = voice;
  const kept = useKeptClaims();
  const { key, name, unit, low, mid, high } = parameter;
  const swing = Math.abs(atHigh - atLow);
  const blanks = {
    mid: writeFigure(voice, mid),
    unit: read(unit),
    low: writeFigure(voice, low),
    high: writeFigure(voice, high),
  };
  const written = key === "pupils" ? "rests.pupils" : low === high ? "rests.known" : "rests.value";
  return (
    <li className="cost-row rests-row">
      <h3>{read(name)}</h3>
      <p>{tell(written, blanks)}</p>
      <p className="rests-swing">
        {tell("rests.swing", { size: kroner(voice, { low: swing, mid: swing, high: swing }) })}
      </p>
      <details className="rests-source">
        <summary>
          {tell("rests.source")}
          <span className="sr-only">: {read(name)}</span>
        </summary>
        <Source parameter={parameter} />
      </details>
      {kept.map((each) => each.claim.item === key && <Said key={each.id} kept={each} at="figure" />)}
      {key !== "pupils" && <Try item={key} parameter={parameter} />}
      {is === "tried" && <Effect name={read(name)} />}
    </li>
  );
}

/** In full where the register of costs has it. */
function Source({ parameter: { key, source, confidence } }: { readonly parameter: SavingParameter }): ReactNode {
  const { say, read } = useClaimsVoice();
  const view = useSelect(caseView);
  const edits = useSelect(({ choice }) => choice.costs);
  if (!view) return null;
  if (key !== "pupils") return <Provenance price={editedCosts(view.costs, edits)[key]} />;
  return (
    <p className="price-source">
      {say("how.source")}: {read(source)} · {say("how.confidence")}: {say(`how.confidence.${confidence}`)}
    </p>
  );
}

interface TryProps {
  readonly item: CostItem;
  readonly parameter: SavingParameter;
}

/** A blank for another number; as soon as it can be read it is asked what it does. */
function Try({ item, parameter: { name, mid, unit } }: TryProps): ReactNode {
  const voice = useClaimsVoice();
  const { tell, read, language } = voice;
  const { tell: tellEntry } = useRegisterVoice();
  const store = useStore();
  const tried = useSelect(({ claim }) => (claim?.item === item ? claim.value : undefined));
  const [typed, setTyped] = useState("");
  const id = useId();
  const entryOf = (text: string) =>
    text.trim() === "" ? undefined : readEntry({ low: text, mid: text, high: text }, item, language);
  const entry = entryOf(typed);
  const type = (text: string): void => {
    setTyped(text);
    const now = entryOf(text);
    if (now?.kind === "figures") store.dispatch({ kind: "claim", claim: { item, value: now.figures.mid } });
    else if (tried !== undefined) store.dispatch({ kind: "claim", claim: undefined });
  };
  const shown = typed === "" && tried !== undefined ? writeFigure(voice, tried) : typed;
  return (
    <>
      <label className="rests-own">
        <span aria-hidden="true">{tell("rests.own")}</span>
        <input
          className="compact-input"
          inputMode="decimal"
          autoComplete="off"
          aria-label={tell("rests.ownOf", { name: read(name), mid: writeFigure(voice, mid) })}
          value={shown}
          aria-invalid={entry?.kind === "problem"}
          aria-describedby={entry?.kind === "problem" ? `${id}-problem` : undefined}
          onChange={({ target }) => type(target.value)}
        />
        <span aria-hidden="true">{read(unit)}</span>
      </label>
      {entry?.kind === "problem" && (
        <p className="cost-problem" id={`${id}-problem`} role="alert">
          {tellEntry(entry.message, { found: entry.found })}
        </p>
      )}
    </>
  );
}
