import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";

/** For the keyboard alone: straight to the map, past all that stands between. */
export function SkipToMap(): ReactNode {
  const { say } = useVoice();
  return (
    <button type="button" className="skip-link" onClick={goToMap}>
      {say("page.skipToMap")}
    </button>
  );
}

/** The map that is drawn on; beside it there may be another of today. */
function goToMap(): void {
  document.querySelector<HTMLElement>(".map-main .maplibregl-canvas")?.focus();
}
