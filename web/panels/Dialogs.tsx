import type { ReactNode } from "react";
import { DIALOGS } from "../state/app-state.ts";
import { later, OnceAskedFor } from "./later.tsx";

/** Each comes when it is first opened. */
const DIALOG = {
  help: later(async () => (await import("./Help.tsx")).Help, "silent"),
  costs: later(async () => (await import("./costs/CostRegister.tsx")).CostRegister, "silent"),
  replay: later(async () => (await import("./costs/ReplayDialog.tsx")).ReplayDialog, "silent"),
  who: later(async () => (await import("./WhoDialog.tsx")).WhoDialog, "silent"),
  room: later(async () => (await import("./room/RoomDialog.tsx")).RoomDialog, "silent"),
  leave: later(async () => (await import("./room/LeaveDialog.tsx")).LeaveDialog, "silent"),
  questions: later(async () => (await import("../slides/Questions.tsx")).Questions, "silent"),
  rests: later(async () => (await import("../claims/RestsOn.tsx")).RestsOn, "silent"),
  import: later(async () => (await import("../import/ImportDialog.tsx")).ImportDialog, "silent"),
  slides: later(async () => (await import("../slides/Slides.tsx")).Slides, "silent"),
};

/** The windows over the page. */
export function Dialogs(): ReactNode {
  return DIALOGS.map((name) => {
    const Part = DIALOG[name];
    return (
      <OnceAskedFor key={name} asked={({ dialog }) => dialog === name}>
        <Part />
      </OnceAskedFor>
    );
  });
}
