import { type ReactNode, useMemo, useState } from "react";
import { openVotes, STAGE_NAMES, type Vote } from "../../../src/index.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import { MapView } from "../../map/MapView.tsx";
import { pictureOf } from "../../map/picture.ts";
import { isOnlyHere, linkFor, thisAddress } from "../../room/rooms.ts";
import { chosenDocument, chosenEffects, chosenPlan, sharedProposal } from "../../state/chosen.ts";
import { useDetail } from "../../state/detail.ts";
import { planFigures } from "../../state/plan-figures.ts";
import type { RoomState } from "../../state/room.ts";
import { caseView, sceneryOf } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { Headline } from "../effects/Headline.tsx";
import { moneyHeadline } from "../effects/money-words.ts";
import { DistrictBars } from "../effects/Structure.tsx";
import { usePlanTitle } from "../plan-title.ts";
import { usePictures } from "../use-pictures.ts";
import { Clock } from "./Clock.tsx";
import { CursorLayer } from "./CursorLayer.tsx";
import { QrCode } from "./QrCode.tsx";
import { peopleHere, stageWords, votedWords } from "./use-room.ts";
import { useOffer } from "./use-offer.ts";
import { useOutcome } from "./use-outcome.ts";
import { useSharedLook } from "./use-shared-look.ts";

interface Props {
  readonly room: RoomState;
}

/** What a hall sees: where the meeting is and what it looks at, large. There is nothing to press in it, and nothing of any one person's. */
export function BigScreen(): ReactNode {
  const room = useSelect((state) => state.room);
  if (!room) return null;
  const isArriving = room.meeting.stage === null || room.meeting.stage === "look";
  const lastVote = countedNow(room);
  const isVoting = lastVote !== undefined || openVotes(room.meeting).length > 0;
  return (
    <main id="content" className="screen">
      <Where room={room} />
      <ScreenMap />
      <div className="screen-side">
        {/* Whatever is voted, what is on the map stands beside it by its name and its figures. */}
        <Shown districts={isArriving || isVoting ? "on-map" : "beside-map"} />
        <OpenVotes room={room} />
        {lastVote && <Counted vote={lastVote} />}
        <WayIn room={room} size={isArriving ? "large" : "small"} />
      </div>
      <Notice />
    </main>
  );
}

/** The room, what it does now, and how long is left of it. */
function Where({ room }: Props): ReactNode {
  const voice = useVoice();
  const { say, read } = voice;
  const { meeting, line } = room;
  return (
    <header className="screen-head">
      <div>
        <h1>{meeting.stage === null ? room.title : read(STAGE_NAMES[meeting.stage])}</h1>
        <p role="status">
          {line === "away"
            ? say("screen.away")
            : say(meeting.isPaused ? "meet.paused" : `screen.now.${stageWords(room)}`)}{" "}
          <span className="screen-count">
            {line === "here" && say("room.people", counted(voice, peopleHere(room).length + room.more))}
          </span>
        </p>
      </div>
      <p className="screen-clock">
        <Clock key={meeting.until} clock={meeting} ahead={room.ahead} />
      </p>
    </header>
  );
}

/** The map, drawn small and shown larger, so that its names are read from the last row. */
function ScreenMap(): ReactNode {
  const { say } = useVoice();
  const scenery = useSelect(sceneryOf);
  const { plan, changed } = usePictures();
  const title = usePlanTitle(useSelect(chosenPlan));
  const [map, setMap] = useState<DistrictMap>();
  const [isFailed, setFailed] = useState(false);
  useSharedLook(map);
  return (
    <div className="screen-map">
      {isFailed && <p>{say("map.none")}</p>}
      {scenery && !isFailed && (
        <div className="screen-map-inner map-frame" inert>
          <MapView
            title={`${say("map.title")}: ${title}`}
            scenery={scenery}
            plan={plan}
            changed={changed}
            drawing="enlarged"
            onReady={setMap}
            onFailed={() => setFailed(true)}
          />
          <CursorLayer map={map} />
        </div>
      )}
    </div>
  );
}

/** More of them do not stand beside the map in letters that are read from the last row. */
const FEW_DISTRICTS = 6;

interface ShownProps {
  /** Where it is seen which colour is which district: the map names them where there is room. */
  readonly districts: "on-map" | "beside-map";
}

/** The proposal that is shown, with three figures and its districts; one that is not finished has none. */
function Shown({ districts }: ShownProps): ReactNode {
  const voice = useVoice();
  const { say, read, cell } = voice;
  const view = useSelect(caseView);
  const document = useSelect(chosenDocument);
  const effects = useSelect(chosenEffects);
  const isShared = useSelect((state) => sharedProposal(state) !== undefined);
  // Said as beside the map of every page: with the range of nine in ten computations.
  const saving = useDetail("meaning").answer?.sentences.find(({ key }) => key === "saving");
  const title = usePlanTitle(useSelect(chosenPlan));
  const picture = view && document && pictureOf(view, document);
  const costs = useSelect(({ choice }) => choice.costs);
  const figures = useMemo(
    () => view && document && planFigures(view, document, effects, { costs }),
    [view, document, effects, costs],
  );
  if (!isShared || !figures) return null;
  const [unfinished] = effects?.unfinished ?? [];
  const money = effects?.money && moneyHeadline(voice, effects.money);
  const changed = figures.cell("changed-site");
  return (
    <section className="screen-shown">
      <h2>{title}</h2>
      {unfinished && <p>{read(unfinished)}</p>}
      {effects && !unfinished && (
        <>
          <Headline
            figures={figures}
            measure="distance-mean"
            what="travel.headline"
            more="travel.longer"
            less="travel.shorter"
          />
          {changed && (
            <p>
              <strong>{cell(changed)}</strong> {say("screen.changed")}
            </p>
          )}
          {money && saving && <p>{read(saving.text)}</p>}
          {money && !saving && (
            <p>
              <strong>{money.amount}</strong> {money.what}
            </p>
          )}
          {districts === "beside-map" && picture && picture.districts.length <= FEW_DISTRICTS && (
            <DistrictBars picture={picture} />
          )}
        </>
      )}
    </section>
  );
}

/** Votes that are open, and how many have voted: never who, and never what. */
function OpenVotes({ room }: Props): ReactNode {
  const voice = useVoice();
  return openVotes(room.meeting).map(({ id, title }) => (
    <section key={id} className="screen-vote">
      <h2>{title}</h2>
      <p role="status">{votedWords(voice, room, id)}</p>
    </section>
  ));
}

/** The vote that was counted last, as long as the stage in which it was goes on and none is open. */
function countedNow({ meeting, acts }: RoomState): Vote | undefined {
  if (openVotes(meeting).length > 0) return undefined;
  const last = acts.findLast(({ act }) => act.kind === "close");
  return last?.act.kind === "close" && last.number > meeting.stageNumber ? meeting.votes.get(last.act.vote) : undefined;
}

/** As many lines of a count can be read from the last row; of an order of preference the last ones tell what it came to. */
const LINES = 4;

/** What came of a vote: nothing by which anybody's ballot is known. */
function Counted({ vote }: { readonly vote: Vote }): ReactNode {
  const outcome = useOutcome()(vote);
  if (!outcome) return null;
  const lines = outcome.kind === "rounds" ? outcome.spread.slice(-LINES) : outcome.spread.slice(0, LINES);
  return (
    <section className="screen-vote" role="status">
      <h2>{vote.title}</h2>
      <p>
        <strong>{outcome.first}</strong> <span className="screen-count">{outcome.ballots}</span>
      </p>
      {lines.length > 0 && (
        <ul>
          {lines.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The way in, large while people arrive and small for those who come later; the link is known where the screen's own link brought it. */
function WayIn({ room, size }: Props & { readonly size: "large" | "small" }): ReactNode {
  const { say } = useVoice();
  const [address] = useOffer()?.addresses ?? [];
  const link = linkFor("participant", room.links, address);
  if (isOnlyHere(address)) return null;
  if (link === undefined || room.meeting.closedLinks.has("participant")) return null;
  return (
    <section className={`screen-in screen-in-${size}`}>
      <QrCode text={link} label={say("room.qr", { what: say("room.invite.participant"), title: room.title })} />
      <p>{say("screen.in", { address: thisAddress(address) })}</p>
    </section>
  );
}

/** That pupils are made up, where they are, and where the map comes from. */
function Notice(): ReactNode {
  const { say } = useVoice();
  const pupilsAre = useSelect((state) => sceneryOf(state)?.pupilsAre);
  return (
    <footer className="screen-foot">
      {pupilsAre && <p>{say(pupilsAre === "published" ? "map.published" : "map.notice")}</p>}
      <p className="screen-credit">{say("map.attribution")}</p>
    </footer>
  );
}
