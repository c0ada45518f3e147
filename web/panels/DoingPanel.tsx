import type { ReactNode } from "react";
import { useSelect } from "../state/store.ts";
import { LazyAskPanel } from "./ask/AskButton.tsx";
import { later } from "./later.tsx";
import { Plans } from "./Plans.tsx";

const Draw = later(async () => (await import("./draw/DrawPanel.tsx")).DrawPanel, "said");
const Compare = later(async () => (await import("../compare/ComparePanel.tsx")).ComparePanel, "said");
const Here = later(async () => (await import("../here/HerePanel.tsx")).HerePanel, "said");
const Meeting = later(async () => (await import("./room/MeetingPanel.tsx")).MeetingPanel, "said");

/** What is done on the page: plans to find, one to draw, a question to the computer, plans to compare, a place to ask about, a meeting; what not all need comes when it is asked for. */
export function DoingPanel(): ReactNode {
  const doing = useSelect(({ choice }) => choice.doing);
  switch (doing) {
    case "find":
      return <Plans />;
    case "draw":
      return <Draw />;
    case "ask":
      return <LazyAskPanel />;
    case "compare":
      return <Compare />;
    case "here":
      return <Here />;
    case "meet":
      return <Meeting />;
    default:
      return doing satisfies never;
  }
}
