import { type ReactNode, useEffect, useRef, useState } from "react";
import { siteName } from "../../../src/index.ts";
import { takeTool } from "../../draw/tool-keys.ts";
import { useVoice } from "../../i18n/say.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { type Drawing, isPainting } from "../../state/drawing.ts";
import { useSelect, useStore } from "../../state/store.ts";

/**
 * On a phone, under the thumb while a tool is in hand: what it does, the way to all the other tools, and the way to lay it down. The
 * panel is folded as soon as one is taken, so that whoever paints sees what on.
 */
export function ToolStrip(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const drawing = useSelect((state) => state.drawing);
  const isInHand = useSelect((state) => isPainting(state) && state.past === undefined);
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const [panel, setPanel] = useFolded(drawing);
  const unfold = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Whoever goes by the keyboard had the focus in the panel, and it is folded away.
    const isLost = document.activeElement?.matches(".sheet :focus-visible") ?? false;
    if (panel === "folded" && isLost && unfold.current?.checkVisibility())
      unfold.current.focus({ preventScroll: true });
  }, [panel]);
  if (!isInHand) return null;
  const { tool, site } = drawing;
  const does =
    tool === "paint" && site !== undefined && draft
      ? say("schools.paint", { site: siteName(draft, site) })
      : say(`tool.${tool}`);
  return (
    <div className={`tool-strip tool-strip-${panel}`}>
      <p>{does}</p>
      <button
        ref={unfold}
        type="button"
        className="button button-secondary small-button"
        aria-expanded={panel === "open"}
        onClick={() => setPanel(panel === "open" ? "folded" : "open")}
      >
        {say(panel === "open" ? "strip.fold" : "strip.unfold")}
      </button>
      <button
        type="button"
        className="button button-secondary small-button"
        onClick={() => takeTool(store, { tool: "look" })}
      >
        {say("strip.down")}
      </button>
    </div>
  );
}

/** Folded by whoever takes a tool, but not while one goes through the tools in the panel, or has no school to paint to yet. */
function useFolded({ tool, site }: Drawing) {
  const [taken, setTaken] = useState({ tool, site });
  const [panel, setPanel] = useState<"folded" | "open">("open");
  if (taken.tool !== tool || taken.site !== site) {
    setTaken({ tool, site });
    const isChoosing = document.activeElement?.matches(".draw-tools *") || (tool === "paint" && site === undefined);
    setPanel(isChoosing ? "open" : "folded");
  }
  return [panel, setPanel] as const;
}
