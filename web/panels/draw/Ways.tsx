import { type ReactNode, useState } from "react";
import { blockSizes, groupsNow, isOffered } from "../../draw/groups-now.ts";
import { useStroke } from "../../draw/use-stroke.ts";
import { unitsOfGroup } from "../../draw/ways/groups.ts";
import { useVoice } from "../../i18n/say.ts";
import { BRUSH_NAMES, type Drawing, WAYS } from "../../state/drawing.ts";
import { useSelect } from "../../state/store.ts";
import { BLOCK_SIZES } from "../../worker/messages.ts";
import { Segments } from "../Segments.tsx";
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
      <Segments
        name="way"
        className="way-choice"
        of={{ id: "draw-ways" }}
        options={WAYS.filter(({ way }) => offered.includes(way)).map(({ way, letter }) => ({
          value: way,
          label: (
            <>
              {say(`way.${way}`)} <LetterKey letter={letter} />
            </>
          ),
        }))}
        chosen={drawing.way}
        onChoose={(way) => onChange({ way })}
      />
      {drawing.way === "brush" && <BrushSizes drawing={drawing} onChange={onChange} />}
      {drawing.way === "zone" && <ZonesOf drawing={drawing} onChange={onChange} />}
      {drawing.way === "block" && <BlocksOf drawing={drawing} onChange={onChange} />}
      {drawing.way !== "zone" && <Within drawing={drawing} onChange={onChange} />}
      <GroupList key={drawing.way === "block" ? drawing.blocks : drawing.way} drawing={drawing} />
    </div>
  );
}

function BrushSizes({ drawing, onChange }: Props): ReactNode {
  const { say } = useVoice();
  return (
    <Segments
      name="brush"
      className="brush-sizes"
      of={{ legend: say("paint.brush") }}
      options={BRUSH_NAMES.map((value) => ({ value, label: say(`brush.${value}`) }))}
      chosen={drawing.brush}
      onChoose={(brush) => onChange({ brush })}
    />
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
    <Segments
      name="zones"
      of={{ legend: say("zones.of") }}
      options={(["today", "proposal"] as const).map((value) => ({ value, label: say(`zones.${value}`) }))}
      chosen={drawing.zones}
      onChoose={(zones) => onChange({ zones })}
    />
  );
}

/** Only where the case has roads for blocks of both sizes. */
function BlocksOf({ drawing, onChange }: Props): ReactNode {
  const { say } = useVoice();
  const isChoice = useSelect((state) => blockSizes(state).length > 1);
  if (!isChoice) return null;
  return (
    <Segments
      name="blocks"
      of={{ legend: say("blocks.of") }}
      options={BLOCK_SIZES.map((value) => ({ value, label: say(`blocks.${value}`) }))}
      chosen={drawing.blocks}
      onChoose={(blocks) => onChange({ blocks })}
    />
  );
}

/** The same groups as on the map, by name, for those who would rather not point. */
function GroupList({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const { say, read } = useVoice();
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
            {read(name)}
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
