import { lazy, type ReactNode, Suspense } from "react";
import { useVoice } from "../i18n/say.ts";
import { useSelect } from "../state/store.ts";
import { LazyAskPanel } from "./ask/AskButton.tsx";
import { DrawPanel } from "./draw/DrawPanel.tsx";
import { Plans } from "./Plans.tsx";

const Meeting = lazy(async () => ({ default: (await import("./room/MeetingPanel.tsx")).MeetingPanel }));

/** What is done on the page: plans to find, one to draw, a question to the computer, a meeting; what not all need comes when it is asked for. */
export function DoingPanel(): ReactNode {
  const { say } = useVoice();
  const doing = useSelect(({ choice }) => choice.doing);
  switch (doing) {
    case "find":
      return <Plans />;
    case "draw":
      return <DrawPanel />;
    case "ask":
      return <LazyAskPanel />;
    case "meet":
      return (
        <Suspense fallback={<p role="status">{say("page.loading")}</p>}>
          <Meeting />
        </Suspense>
      );
    default:
      return doing satisfies never;
  }
}
