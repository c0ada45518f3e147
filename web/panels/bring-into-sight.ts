/** Between what is brought into sight and what stands over it, pixels. */
const MARGIN = 12;

/** Scrolls until something begins at the top of what can be seen: on a small screen the map and the tabs stay over the page that scrolls. */
export function bringIntoSight(element: Element): void {
  element.scrollIntoView({ block: "start" });
  const tabs = element.closest(".sheet")?.querySelector(".sheet-tabs");
  if (!tabs) return;
  const hidden = Math.max(0, tabs.getBoundingClientRect().bottom) + MARGIN - element.getBoundingClientRect().top;
  if (hidden > 0) window.scrollBy(0, -hidden);
}
