import { type ReactNode, useState } from "react";
import { groupsNow, isOffered } from "../../draw/groups-now.ts";
import { useStroke } from "../../draw/use-stroke.ts";
import { unitsOfGroup } from "../../draw/ways/groups.ts";
import { useVoice } from "../../i18n/say.ts";
import { BRUSH_NAMES, type Drawing, WAYS } from "../../state/drawing.ts";
import { useSelect } from "../../state/store.ts";
import { LetterKey } from "./LetterKey.tsx";

interface Props {
  readonly drawing: Drawing;
  readonly onChange: (change: Partial<Drawing>) => void;
}

/** How areas are chosen: those ways that the case has something for, and what the chosen one lets one choose. */
export function Ways({ drawing, onChange }: Props): ReactNode {
  const { say } = useVoice();
  // As one word: a new list at every look would draw this anew for ever.
  const offered = useSelect((state) => WAYS.flatMap(({ way }) => (isOffered(state, way) ? [way] : [])).join(" ")).split(
    " ",
  );
  return (
    <div className="draw-ways">
      <p id="draw-ways">{say("tool.way")}</p>
      <fieldset className="segments way-choice" aria-labelledby="draw-ways">
        {WAYS.filter(({ way }) => offered.includes(way)).map(({ way, letter }) => (
          <label key={way} className="segment">
            <input
              type="radio"
              name="way"
              value={way}
              checked={drawing.way === way}
              onChange={() => onChange({ way })}
            />
            <span>
              {say(`way.${way}`)} <LetterKey letter={letter} />
            </span>
          </label>
        ))}
      </fieldset>
      {drawing.way === "brush" && <BrushSizes drawing={drawing} onChange={onChange} />}
      {drawing.way === "zone" && <ZonesOf drawing={drawing} onChange={onChange} />}
      {drawing.way !== "zone" && <Within drawing={drawing} onChange={onChange} />}
      <GroupList key={drawing.way} drawing={drawing} />
    </div>
  );
}

function BrushSizes({ drawing, onChange }: Props): ReactNode {
  const { say } = useVoice();
  return (
    <fieldset className="segments brush-sizes">
      <legend className="sr-only">{say("paint.brush")}</legend>
      {BRUSH_NAMES.map((brush) => (
        <label key={brush} className="segment">
          <input
            type="radio"
            name="brush"
            value={brush}
            checked={drawing.brush === brush}
            onChange={() => onChange({ brush })}
          />
          <span>{say(`brush.${brush}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Within({ drawing, onChange }: Props): ReactNode {
  const { say } = useVoice();
  return (
    <div className="check">
      <input
        id="within-start"
        type="checkbox"
        className="form-checkbox"
        checked={drawing.within === "start"}
        onChange={({ target }) => onChange({ within: target.checked ? "start" : "anywhere" })}
      />
      <label htmlFor="within-start">{say("within.start")}</label>
    </div>
  );
}

function ZonesOf({ drawing, onChange }: Props): ReactNode {
  const { say } = useVoice();
  return (
    <fieldset className="segments">
      <legend className="sr-only">{say("zones.of")}</legend>
      {(["today", "proposal"] as const).map((zones) => (
        <label key={zones} className="segment">
          <input
            type="radio"
            name="zones"
            value={zones}
            checked={drawing.zones === zones}
            onChange={() => onChange({ zones })}
          />
          <span>{say(`zones.${zones}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The same groups as on the map, by name, for those who would rather not point. */
function GroupList({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const { say } = useVoice();
  const stroke = useStroke();
  const groups = useSelect((state) => groupsNow(state));
  const [group, setGroup] = useState("");
  const { tool, site } = drawing;
  if (!groups || tool === "look") return null;
  const present = groups.names.flatMap((name, number) =>
    unitsOfGroup(groups, number).size > 0 ? [{ number, name }] : [],
  );
  const isReady = present.some(({ number }) => String(number) === group) && (tool !== "paint" || site !== undefined);
  return (
    <div className="group-list">
      <label htmlFor="group-list">{say("group.list")}</label>
      <select
        id="group-list"
        className="form-select"
        value={group}
        onChange={({ target: { value } }) => setGroup(value)}
      >
        <option value="">{say("group.choose")}</option>
        {present.map(({ number, name }) => (
          <option key={number} value={number}>
            {name}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button button-secondary small-button"
        disabled={!isReady}
        onClick={() => stroke(unitsOfGroup(groups, Number(group)))}
      >
        {say(`group.${tool}`)}
      </button>
      {drawing.within === "start" && drawing.way !== "zone" && <p className="field-help">{say("group.whole")}</p>}
    </div>
  );
}
