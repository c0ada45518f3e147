import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import { useStudio } from "../proposals/studio-context.ts";
import { chosenDocument, chosenProposal } from "../state/chosen.ts";
import { useSelect, useStore } from "../state/store.ts";
import { useBegin } from "./draw/use-begin.ts";
import { NewsCount } from "./room/NewsCount.tsx";
import { useOffer } from "./room/use-offer.ts";
import { useNews } from "./room/use-news.ts";
import { usePressedEarly } from "./use-pressed-early.ts";

/** What can be done here, side by side: whichever is done, the others are one click away and the plan in view stays. */
export function Doing(): ReactNode {
  const { say, number } = useVoice();
  const store = useStore();
  const { keeps } = useStudio();
  const doing = useSelect(({ choice }) => choice.doing);
  const hasPlan = useSelect((state) => chosenDocument(state) !== undefined);
  const isOwn = useSelect((state) => chosenProposal(state) !== undefined);
  const pinned = useSelect(({ choice }) => choice.tray.length);
  const begin = useBegin();
  const { count } = useNews();
  const isInRoom = useSelect((state) => state.room !== undefined);
  const hasLed = useSelect(({ ledRooms }) => ledRooms.length > 0);
  const isOffered = useOffer()?.mayMake === true;
  const toRooms = (): void => store.dispatch({ kind: "dialog", dialog: "room" });
  const take = (next: "find" | "ask" | "compare" | "here" | "meet") => () =>
    store.dispatch({ kind: "choose", change: { doing: next } });
  const begins = isOwn ? undefined : say(keeps === "all" ? "draw.begin.from" : "draw.begin.notKept");
  const places = [
    { to: "find", label: say("doing.find"), short: undefined, go: take("find"), title: undefined },
    { to: "draw", label: say("doing.draw"), short: undefined, go: begin, title: begins },
    {
      to: "ask",
      label: say("ask.label"),
      short: say("ask.short"),
      go: hasPlan ? take("ask") : undefined,
      title: undefined,
    },
    {
      to: "compare",
      label: pinned === 0 ? say("doing.compare") : say("doing.compare.count", { count: number(pinned) }),
      short: undefined,
      go: hasPlan ? take("compare") : undefined,
      title: undefined,
    },
    {
      to: "here",
      label: say("doing.here"),
      short: undefined,
      go: hasPlan ? take("here") : undefined,
      title: undefined,
    },
    ...(isInRoom || hasLed || isOffered
      ? [
          {
            to: "meet",
            label: say("doing.meet"),
            short: undefined,
            go: isInRoom ? take("meet") : toRooms,
            title: undefined,
          } as const,
        ]
      : []),
  ] as const;
  const { waiting, mayWait, press } = usePressedEarly(
    (to: (typeof places)[number]["to"]) => places.find((place) => place.to === to)?.go,
  );
  return (
    <nav className="doing" aria-label={say("doing.label")}>
      {places.map(({ to, label, short, go, title }) => (
        <button
          key={to}
          type="button"
          aria-current={doing === to ? "page" : undefined}
          title={go ? title : say("doing.notYet")}
          disabled={!go && !mayWait}
          onClick={() => {
            if (doing !== to) press(to);
            // Where there is a sheet, another part of it may be in sight.
            store.dispatch({ kind: "tab", tab: "plans" });
          }}
        >
          {short === undefined ? (
            label
          ) : (
            <>
              <span className="doing-long">{label}</span>
              <span className="doing-short" aria-hidden="true">
                {short}
              </span>
            </>
          )}{" "}
          {to === waiting && <span role="status">{say("doing.waits")}</span>}
          {to === "meet" && doing !== "meet" && <NewsCount count={count} />}
        </button>
      ))}
    </nav>
  );
}
