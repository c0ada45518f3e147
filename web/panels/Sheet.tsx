import { type ReactNode, useRef } from "react";
import { useVoice } from "../i18n/say.ts";
import { TABS } from "../state/app-state.ts";
import { useSelect, useStore } from "../state/store.ts";
import { DoingPanel } from "./DoingPanel.tsx";
import { Effects } from "./Effects.tsx";
import { later } from "./later.tsx";
import { PlanLine } from "./PlanLine.tsx";
import { useOpensAtTop } from "./use-opens-at-top.ts";

const ToolStrip = later(async () => (await import("./draw/ToolStrip.tsx")).ToolStrip, "silent");
const TableView = later(async () => (await import("./TableView.tsx")).TableView, "said");

/** Where there is room for a map and one thing more: tabs for plans, effects and the table. */
export function Sheet(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const tab = useSelect((state) => state.tab);
  const doing = useSelect(({ choice }) => choice.doing);
  const sheet = useRef<HTMLElement>(null);
  useOpensAtTop(sheet, tab, doing);
  const step = (by: number): void => {
    const next = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length];
    store.dispatch({ kind: "tab", tab: next });
    document.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <section ref={sheet} className="sheet">
      <div className="sheet-head">
        <PlanLine />
        <div className="sheet-tabs" role="tablist" data-own-keys="">
          {TABS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`tab-${name}`}
              aria-controls="sheet-panel"
              aria-selected={tab === name}
              tabIndex={tab === name ? 0 : -1}
              onClick={() => store.dispatch({ kind: "tab", tab: name })}
              onKeyDown={({ key }) => {
                if (key === "ArrowRight") step(1);
                else if (key === "ArrowLeft") step(-1);
              }}
            >
              {say(name === "plans" && doing !== "find" ? `tab.${doing}` : `tab.${name}`)}
            </button>
          ))}
        </div>
      </div>
      <div className={`sheet-panel sheet-${tab}`} id="sheet-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === "plans" ? <DoingPanel /> : tab === "effects" ? <Effects /> : <TableView />}
      </div>
      {doing === "draw" && <ToolStrip />}
    </section>
  );
}
