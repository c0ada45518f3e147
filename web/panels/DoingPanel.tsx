import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { useVoice } from "../i18n/say.ts";
import { useSelect } from "../state/store.ts";
import { LazyAskPanel } from "./ask/AskButton.tsx";
import { DrawPanel } from "./draw/DrawPanel.tsx";
import { Plans } from "./Plans.tsx";

const Compare = lazy(async () => ({ default: (await import("../compare/ComparePanel.tsx")).ComparePanel }));
const Here = lazy(async () => ({ default: (await import("../here/HerePanel.tsx")).HerePanel }));
const Meeting = lazy(async () => ({ default: (await import("./room/MeetingPanel.tsx")).MeetingPanel }));

/** What is done on the page: plans to find, one to draw, a question to the computer, plans to compare, a place to ask about, a meeting; what not all need comes when it is asked for. */
export function DoingPanel(): ReactNode {
  const doing = useSelect(({ choice }) => choice.doing);
  switch (doing) {
    case "find":
      return <Plans />;
    case "draw":
      return <DrawPanel />;
    case "ask":
      return <LazyAskPanel />;
    case "compare":
      return <Coming panel={Compare} />;
    case "here":
      return <Coming panel={Here} />;
    case "meet":
      return <Coming panel={Meeting} />;
    default:
      return doing satisfies never;
  }
}

function Coming({ panel: Panel }: { readonly panel: ComponentType }): ReactNode {
  const { say } = useVoice();
  return (
    <Suspense fallback={<p role="status">{say("page.loading")}</p>}>
      <Panel />
    </Suspense>
  );
}
