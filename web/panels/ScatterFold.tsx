import { type ReactNode, useState } from "react";
import { useVoice } from "../i18n/say.ts";
import type { PlanList } from "../worker/messages.ts";
import { later } from "./later.tsx";

const Scatter = later(async () => (await import("./Scatter.tsx")).Scatter, "said");

/** The chart comes when it is opened, so that the list is in sight without it. */
export function ScatterFold({ list }: { readonly list: PlanList }): ReactNode {
  const { say } = useVoice();
  const [open, setOpen] = useState(false);
  return (
    <details className="list-filters" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say("scatter.open")}</summary>
      {open && <Scatter list={list} />}
    </details>
  );
}
