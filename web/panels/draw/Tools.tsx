import { gradesHere } from "../../state/selectors.ts";
import type { ReactNode } from "react";
import { gradesText, siteName } from "../../../src/index.ts";
import { openSites } from "../../draw/drawn.ts";
import { picking, takeTool } from "../../draw/tool-keys.ts";
import { type MessageKey, useVoice } from "../../i18n/say.ts";
import { type Drawing, PICK_LETTER, TOOLS } from "../../state/drawing.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { Segments } from "../Segments.tsx";
import { SkipToMap } from "../SkipToMap.tsx";
import { Grades } from "./Grades.tsx";
import { LetterKey } from "./LetterKey.tsx";
import { Ways } from "./Ways.tsx";

/** What the pointer does on the map, and what it will do before it does it. */
export function Tools(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const drawing = useSelect((state) => state.drawing);
  const set = (change: Partial<Drawing>): void => takeTool(store, change);
  return (
    <section className="draw-tools">
      <p id="draw-tools">{say("draw.tools")}</p>
      <Segments
        name="tool"
        of={{ id: "draw-tools" }}
        options={TOOLS.map(({ tool, letter }) => ({
          value: tool,
          label: (
            <>
              {say(`tool.${tool}`)} <LetterKey letter={letter} />
            </>
          ),
        }))}
        chosen={drawing.tool}
        onChoose={(tool) => set({ tool })}
      />
      {drawing.tool === "paint" && (
        <>
          <PaintTo />
          <PickFromMap drawing={drawing} />
        </>
      )}
      {drawing.tool !== "look" && (
        <>
          <Grades drawing={drawing} onChange={(bands) => set({ bands })} />
          <Ways drawing={drawing} onChange={set} />
        </>
      )}
      <Does drawing={drawing} />
      {drawing.tool !== "look" && <SkipToMap />}
    </section>
  );
}

function PaintTo(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const site = useSelect(({ drawing }) => drawing.site);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  if (!draft) return null;
  return (
    <label className="paint-to">
      {say("paint.to")}
      <select
        className="form-select"
        value={site ?? ""}
        onChange={({ target }) => {
          const chosen = target.value === "" ? undefined : Number(target.value);
          takeTool(store, { site: chosen });
        }}
      >
        <option value="">{say("paint.choose")}</option>
        {openSites(draft).map(({ site: number, name }) => (
          <option key={number} value={number}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Takes the school from the map instead of the list. */
function PickFromMap({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  return (
    <button
      type="button"
      className="button button-secondary small-button pick-school"
      aria-pressed={drawing.picking === "on"}
      onClick={() => takeTool(store, picking(drawing))}
    >
      {say(drawing.picking === "on" ? "pick.now" : "pick.from")} <LetterKey letter={PICK_LETTER} />
    </button>
  );
}

/** What the tool will do, before it does it. */
function Does({ drawing }: { readonly drawing: Drawing }): ReactNode {
  const { say, read } = useVoice();
  const grades = useSelect(gradesHere);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const { tool, site, bands, way, within } = drawing;
  const act = (): string => {
    if (tool !== "paint") return say(`tool.${tool}.does`, { bands: read(gradesText(grades, bands)) });
    if (site === undefined || !draft) return say("tool.paint.which");
    return say("tool.paint.does", { site: siteName(draft, site), bands: read(gradesText(grades, bands)) });
  };
  return (
    <div className="field-help tool-does">
      <p role="status">{act()}</p>
      {tool !== "look" && (
        <>
          {within === "start" && way !== "zone" && <p>{say("within.does")}</p>}
          <p>{say(wayDoes(drawing))}</p>
          <p className="by-keys">{say(`way.${way}.keys`)}</p>
        </>
      )}
    </div>
  );
}

function wayDoes({ way, zones, blocks }: Drawing): MessageKey {
  if (way === "zone") return `way.zone.does.${zones}`;
  return way === "block" ? `way.block.does.${blocks}` : `way.${way}.does`;
}
