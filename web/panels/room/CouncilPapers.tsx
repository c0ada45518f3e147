import { type ReactNode, useEffect, useState } from "react";
import { COUNCIL_NAMES, type CouncilMap, type OpenCase, writtenMoment } from "../../../src/index.ts";
import { useVoice } from "../../i18n/say.ts";
import { assumedOnMap } from "../../map/assumed-on-map.ts";
import { fileName } from "../../proposals/studio-words.ts";
import type { AppState } from "../../state/app-state.ts";
import { chosenDocument } from "../../state/chosen.ts";
import { historyHere } from "../../state/history-here.ts";
import type { RoomState, SharedProposal } from "../../state/room.ts";
import { caseView, sceneryOf } from "../../state/selectors.ts";
import { useStore } from "../../state/store.ts";
import { useWorkers } from "../../state/workers-context.ts";
import { download } from "../download.ts";
import { planMap } from "../map-picture.ts";
import { useTitleOf } from "./use-room.ts";

interface Props {
  readonly room: RoomState;
  readonly proposal: SharedProposal;
}

/** Of a proposal that was passed on: the council's page, the file that anybody can check, and what has come of it. */
export function CouncilPapers({ room, proposal }: Props): ReactNode {
  const { say, read, language, number } = useVoice();
  const titleOf = useTitleOf();
  const store = useStore();
  const workers = useWorkers();
  const [doing, setDoing] = useState<"ready" | "working" | "failed">("ready");
  const frozen = room.meeting.proposals.get(proposal.key)?.frozen;
  const [hash, setHash] = useState<string>();
  const { key } = proposal;
  const lockedAt = frozen?.at;
  useEffect(() => {
    let isHere = true;
    if (lockedAt !== undefined)
      void Promise.all([import("../../room/council.ts"), historyHere(store)]).then(
        ([{ lockedHash }]) => isHere && setHash(lockedHash(store.state(), key)),
      );
    return () => void (isHere = false);
  }, [store, key, lockedAt]);
  if (!frozen) return null;
  const get = async (as: "page" | "file"): Promise<void> => {
    setDoing("working");
    try {
      await give(as, await workers.opened());
      setDoing("ready");
    } catch {
      setDoing("failed");
    }
  };
  const give = async (as: "page" | "file", opened: OpenCase | undefined): Promise<void> => {
    await historyHere(store);
    const { councilPapers } = await import("../../room/council.ts");
    const papers = opened && councilPapers(store.state(), proposal.key, opened, language);
    if (!papers) throw new Error("the case is not open yet");
    const { file, page } = papers;
    const name = `${fileName(file.proposal.title)}-${say("council.fileName")}`;
    if (as === "file") download(`${name}.json`, "application/json", `${JSON.stringify(file, undefined, 1)}\n`);
    else download(`${name}.html`, "text/html", page(await mapOf(store.state())));
  };
  return (
    <section aria-labelledby="council-papers">
      <h3 id="council-papers">{say("council.title")}</h3>
      <p>
        {say("council.passedOn", {
          at: writtenMoment(frozen.at, language),
          title: titleOf(proposal.key),
          number: number(frozen.number),
        })}
      </p>
      {hash && (
        <p className="field-help">
          {say("council.hash")} <code>{hash.match(/.{1,8}/g)?.join(" ")}</code>
        </p>
      )}
      {frozen.states.length > 0 && (
        <ul>
          {frozen.states.map(({ state, text, at }) => (
            <li key={at}>
              {writtenMoment(at, language)}: <strong>{read(COUNCIL_NAMES[state])}</strong> {text}
            </li>
          ))}
        </ul>
      )}
      <p className="field-help">{say("council.text")}</p>
      <div className="meet-line">
        {(["page", "file"] as const).map((as) => (
          <button
            key={as}
            type="button"
            className="button button-secondary small-button"
            disabled={doing === "working"}
            onClick={() => void get(as)}
          >
            {say(`council.${as}`)}
          </button>
        ))}
      </div>
      <p role="status" className={doing === "failed" ? "draw-refused" : undefined}>
        {doing !== "ready" && say(`council.${doing}`)}
      </p>
    </section>
  );
}

/** A picture of the proposal in view with its districts' colours; none where this browser draws no map. */
async function mapOf(state: AppState): Promise<CouncilMap | undefined> {
  const [view, scenery, document] = [caseView(state), sceneryOf(state), chosenDocument(state)];
  return view && scenery && document && planMap(view, scenery, document, assumedOnMap(state));
}
