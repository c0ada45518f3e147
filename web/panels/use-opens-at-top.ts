import { type RefObject, useLayoutEffect, useRef } from "react";

/** What has just been opened in the sheet begins at its top, not where the reader was in what stood there before. */
export function useOpensAtTop(sheet: RefObject<HTMLElement | null>, tab: string, doing: string): void {
  const before = useRef({ tab, doing });
  useLayoutEffect(() => {
    const was = before.current;
    before.current = { tab, doing };
    const panel = sheet.current?.querySelector(".sheet-panel");
    const tabs = sheet.current?.querySelector(".sheet-tabs");
    if (!panel || !tabs || (was.tab === tab && was.doing === doing)) return;
    panel.scrollTop = 0;
    // Where the page scrolls as a whole the tabs stay over the panel, or go out of sight with the map.
    const hidden = Math.max(0, tabs.getBoundingClientRect().bottom) - panel.getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy(0, -hidden);
    // Whoever begins to draw or to ask is told to look at the map.
    if (was.doing !== doing) document.querySelector(".stage")?.scrollIntoView({ block: "nearest" });
  }, [sheet, tab, doing]);
}
