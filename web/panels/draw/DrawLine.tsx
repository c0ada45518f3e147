import type { ReactNode } from "react";
import { HINDRANCES } from "../../../src/index.ts";
import { ROOM_ITSELF } from "../../../src/protocol/room-roles.ts";
import { useVoice } from "../../i18n/say.ts";
import { useSelect } from "../../state/store.ts";
import { stepBack } from "../../proposals/history.ts";
import { noteOf } from "../../proposals/studio-words.ts";
import { chosenProposal, hindranceHere } from "../../state/chosen.ts";
import { isPainting } from "../../state/drawing.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import { LookBack, OpenPast } from "./LookBack.tsx";
import { Mend } from "./Mend.tsx";
import { GoThere } from "./GoThere.tsx";
import { Unlock } from "./Unlock.tsx";
import { UndoRedo } from "./Changes.tsx";

/** A hand without a mouse: nobody can see that a finger draws before it has. */
const FINGERS = window.matchMedia("(pointer: coarse)");

/** On the map: the way back, and what the tool would do, what the last edit did or why it could not be made. */
export function DrawLine({ map }: { readonly map: DistrictMap | undefined }): ReactNode {
  const { say, read } = useVoice();
  const doing = useSelect(({ choice }) => choice.doing);
  const outcome = useSelect((state) => state.outcome);
  const aim = useSelect((state) => state.aim);
  const history = useSelect((state) => chosenProposal(state)?.history);
  const hindrance = useSelect(hindranceHere);
  const isPast = useSelect(({ past }) => past !== undefined);
  const isByFinger = useSelect(isPainting) && FINGERS.matches;
  if (doing !== "draw") return null;
  if (isPast) return <LookBack />;
  // Where a proposal is come back to, what was done last is the ground that one draws on.
  const last = history && stepBack(history)?.edit;
  const isSilent = !aim && !outcome && !hindrance;
  const isRefused = outcome?.kind === "refused" && aim?.by !== "key";
  return (
    <div className={aim ? "draw-line draw-aims" : "draw-line"}>
      <UndoRedo />
      {last && <OpenPast words={say("past.open")} />}
      <div className="draw-says">
        {hindrance && !outcome && <p className="draw-refused">{read(HINDRANCES[hindrance])}</p>}
        {aim?.by === "pointer" && (
          <div className={aim.lines?.length ? "draw-live" : undefined}>
            <p className="draw-aim">{read(aim.text)}</p>
            {aim.lines?.map(({ kind, text }) => (
              <p key={kind} className={`draw-${kind}`}>
                {read(text)}
              </p>
            ))}
          </div>
        )}
        {isSilent && isByFinger && <p className="draw-last">{say("draw.touch")}</p>}
        {isSilent && !isByFinger && last && last.by !== ROOM_ITSELF && (
          <p className="draw-last">{say("draw.last", { what: read(noteOf(last)) })}</p>
        )}
        <p role="status" className={isRefused ? "draw-refused" : undefined}>
          {(aim?.by === "key" ? [aim.text, ...(aim.lines ?? []).map(({ text }) => text)] : (outcome?.lines ?? []))
            .map(read)
            .join(" ")}
        </p>
      </div>
      <Unlock />
      <GoThere />
      {!hindrance && <Mend map={map} />}
    </div>
  );
}
