import { type ReactNode, useEffect } from "react";
import { useVoice } from "../i18n/say.ts";
import { FETCHING } from "../room/room-words.ts";
import type { AppState } from "../state/app-state.ts";
import { chosenPlan } from "../state/chosen.ts";
import { caseView } from "../state/selectors.ts";
import { listNumber } from "../state/plan-ref.ts";
import { useSelect } from "../state/store.ts";
import { isCompareShown } from "../state/tray.ts";
import { DoingPanel } from "./DoingPanel.tsx";
import { DropArea } from "./DropArea.tsx";
import { Effects } from "./Effects.tsx";
import { Header } from "./Header.tsx";
import { Dialogs } from "./Dialogs.tsx";
import { Awaited, later, OnceAskedFor, part } from "./later.tsx";
import { MapStage } from "./MapStage.tsx";
import { comingOf, Notice } from "./Notice.tsx";
import { SkipToMap } from "./SkipToMap.tsx";
import { Sheet } from "./Sheet.tsx";
import { useScreenKeys } from "./use-screen-keys.ts";
import { useKeys } from "./keys.ts";
import { useIsPhone, useScreenWidth } from "./screen-width.ts";
import { useSteadyHand } from "./use-steady-hand.ts";

const LinkNotice = later(async () => (await import("./LinkNotice.tsx")).LinkNotice, "silent");
const Opening = later(async () => (await import("./Opening.tsx")).Opening, "silent");
const Refused = later(async () => (await import("./Refused.tsx")).Refused, "said");
const NotTaken = later(async () => (await import("./room/NotTaken.tsx")).NotTaken, "silent");
const RoomNow = later(async () => (await import("./room/RoomNow.tsx")).RoomNow, "silent");
const TableView = later(async () => (await import("./TableView.tsx")).TableView, "said");
const CompareStage = later(async () => (await import("../compare/CompareStage.tsx")).CompareStage, "said");
const CompareMaps = part(async () => (await import("../compare/CompareMaps.tsx")).CompareMaps);
const BigScreen = part(async () => (await import("./room/BigScreen.tsx")).BigScreen);

/** Whether the page is a hall's screen, or is to be one; a case that cannot be opened is said on the page as ever. */
function screenOf(state: AppState): "here" | "coming" | undefined {
  if (state.room) return state.room.role === "projector" ? "here" : undefined;
  return comingOf(state)?.is === "screen" ? "coming" : undefined;
}

const isInRoom = ({ room }: AppState): boolean => room !== undefined;

/** Whether a case is on its way that takes its time. */
const isSlow = ({ caseState }: AppState): boolean => caseState.status === "loading" && caseState.step !== undefined;

function ScreenComing(): ReactNode {
  const { read } = useVoice();
  return (
    <main id="content" className="screen-coming">
      <p role="status">{read(FETCHING)}</p>
    </main>
  );
}

/** The whole page: plans to the left, the map in the middle, effects to the right; on less room a map and a sheet. */
export function App(): ReactNode {
  const { say } = useVoice();
  const status = useSelect(({ caseState }) => caseState.status);
  const screen = useSelect(screenOf);
  useKeys();
  useScreenKeys();
  useSteadyHand();
  if (screen)
    return (
      <div className="page screen-page">
        <Title />
        <Awaited fallback={<ScreenComing />}>{screen === "here" ? <BigScreen /> : <ScreenComing />}</Awaited>
      </div>
    );
  return (
    <DropArea>
      <a className="skip-link" href="#content">
        {say("page.skip")}
      </a>
      <SkipToMap />
      <Title />
      <Header />
      <OnceAskedFor asked={isInRoom}>
        <RoomNow />
        <NotTaken />
      </OnceAskedFor>
      <Notice />
      <LinkNotice />
      <OnceAskedFor asked={isSlow}>
        <Opening />
      </OnceAskedFor>
      {status === "refused" || status === "failed" ? <Refused /> : <Layout />}
      <Dialogs />
      <p className="too-small">{say("page.tooSmall")}</p>
    </DropArea>
  );
}

function Layout(): ReactNode {
  const { say } = useVoice();
  const width = useScreenWidth();
  const isPhone = useIsPhone();
  const surface = useSelect(({ choice }) => choice.surface);
  const doing = useSelect(({ choice }) => choice.doing);
  const isCompared = useSelect(isCompareShown);
  // A table of plans needs all the width that there is: the sheet's third would show one of them.
  if (isPhone || (width === "narrow" && !isCompared))
    return (
      <main id="content" className="layout layout-narrow">
        {isCompared ? (
          <Awaited fallback={<section className="stage" />}>
            <CompareMaps />
          </Awaited>
        ) : (
          <MapStage />
        )}
        <Sheet />
      </main>
    );
  return (
    <main id="content" className={isCompared ? "layout layout-wide layout-compare" : "layout layout-wide"}>
      <section key={doing} className="plans" aria-label={say(doing === "find" ? "list.label" : `${doing}.label`)}>
        <DoingPanel />
      </section>
      {isCompared ? (
        <CompareStage />
      ) : (
        <>
          {surface === "table" ? <TableView /> : <MapStage />}
          <aside className="effects" aria-label={say("effects.label")}>
            <Effects />
          </aside>
        </>
      )}
    </main>
  );
}

/** The document says what it shows, in the chosen language. */
function Title(): null {
  const { say, language, number } = useVoice();
  const plan = useSelect(chosenPlan);
  const place = useSelect((state) => caseView(state)?.name);
  const listed = listNumber(plan);
  const chosen = listed === undefined ? "" : `${say("effects.title", { number: number(listed + 1) })} · `;
  const title = place === undefined ? say("page.title") : `${chosen}${place} · ${say("page.title")}`;
  const description = say("page.description");
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = title;
    document.querySelector("meta[name=description]")?.setAttribute("content", description);
  }, [language, title, description]);
  return null;
}
