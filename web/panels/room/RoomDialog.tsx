import { type ReactNode, useEffect, useState } from "react";
import { saidIn, type Text } from "../../../src/index.ts";
import { ROOM_LIMITS } from "../../../src/protocol/room-limits.ts";
import { counted, useVoice } from "../../i18n/say.ts";
import { linkIn } from "../../room/rooms.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { useSelect, useStore } from "../../state/store.ts";
import { Dialog } from "../Dialog.tsx";
import { useBegin } from "../draw/use-begin.ts";
import { fetchView } from "./fetch-view.ts";
import { Invite } from "./Invite.tsx";
import { LedRooms } from "./LedRooms.tsx";
import { OneField } from "./OneField.tsx";
import { useRooms } from "./rooms-context.ts";
import { useOffer } from "./use-offer.ts";

/** Making a room, coming into one by its link, and inviting others to it. */
export function RoomDialog(): ReactNode {
  const { say } = useVoice();
  const room = useSelect((state) => state.room);
  const invited = useSelect((state) => state.invited);
  const door = useDoor(invited);
  const of = invited === undefined ? room?.title : door?.title;
  const key = invited === undefined ? "room.inviteTo" : "room.joinTo";
  return (
    <Dialog name="room" title={of === undefined ? say("room.title") : say(key, { title: of })}>
      {invited !== undefined ? (
        <Join link={invited} refused={door?.refused} />
      ) : room ? (
        <Invite room={room} />
      ) : (
        <Make />
      )}
    </Dialog>
  );
}

interface Door {
  readonly title?: string;
  readonly refused?: Text;
}

/** What stands on the door that a link leads to, once it is asked for. */
function useDoor(link: string | undefined): Door | undefined {
  const rooms = useRooms();
  const [door, setDoor] = useState<Door & { readonly link: string }>();
  useEffect(() => {
    if (link !== undefined) void rooms.door(link).then((found) => setDoor({ ...found, link }));
  }, [rooms, link]);
  return door?.link === link ? door : undefined;
}

interface FormProps {
  readonly text: string;
  readonly title?: string;
  readonly words: { readonly do: string; readonly doing: string };
  /** What is known beforehand to stand in the way. */
  readonly refused?: Text | undefined;
  /** What else is asked for. */
  readonly children?: ReactNode;
  /** What stands in the way, if anything does. */
  readonly onGo: (title: string, name: string) => Promise<Text | undefined>;
}

/** One or two fields and one button; what the server says no to is said under it. */
function EnterForm({ text, title, words, refused, children, onGo }: FormProps): ReactNode {
  const { say, read } = useVoice();
  const [wished, setWished] = useState(title ?? "");
  const [name, setName] = useState("");
  const [state, setState] = useState<"ready" | "going" | Text>("ready");
  const inTheWay = typeof state === "object" ? state : state === "ready" ? refused : undefined;
  const go = async (): Promise<void> => {
    setState("going");
    setState((await onGo(wished.trim(), name.trim())) ?? "ready");
  };
  return (
    <form
      className="room-form"
      onSubmit={(event) => {
        event.preventDefault();
        void go();
      }}
    >
      <p>{text}</p>
      {title !== undefined && (
        <label>
          {say("room.name")}
          <input
            className="form-input"
            required
            maxLength={ROOM_LIMITS.title}
            value={wished}
            onChange={({ target }) => setWished(target.value)}
          />
        </label>
      )}
      <label>
        {say("room.own")}
        <input
          className="form-input"
          maxLength={ROOM_LIMITS.seatName}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
      </label>
      <p className="field-help">{say("room.join.why")}</p>
      {children}
      <button type="submit" className="button button-primary" disabled={state === "going"}>
        {state === "going" ? words.doing : words.do}
      </button>
      <p role="status" className="draw-refused">
        {inTheWay && read(inTheWay)}
      </p>
    </form>
  );
}

/** For one evening, for drawing on at home, for a hearing, for as long as may be. */
const LINK_DAYS = [1, ROOM_LIMITS.usualLinkDays, 60, ROOM_LIMITS.linkDays] as const;

function Make(): ReactNode {
  const voice = useVoice();
  const { say, language } = voice;
  const [days, setDays] = useState<number>(ROOM_LIMITS.usualLinkDays);
  const rooms = useRooms();
  const title = useSelect((state) => chosenProposal(state)?.draft.plan.title);
  const begin = useBegin();
  const mayMake = useOffer()?.mayMake === true && begin !== undefined;
  useEffect(() => {
    if (mayMake) void rooms.prepare();
  }, [rooms, mayMake]);
  const make = (wished: string, name: string): Promise<Text | undefined> => {
    // A room begins with the proposal in view; where the plan in view is none, with one that is begun from it.
    if (title === undefined) begin?.();
    return rooms.make(wished, name, days);
  };
  return (
    <>
      <LedRooms />
      <SlidesInstead />
      {mayMake && (
        <EnterForm
          text={say("room.make.text")}
          title={title === undefined ? "" : saidIn(title, language)}
          words={{ do: say("room.make"), doing: say("room.making") }}
          onGo={make}
        >
          <label>
            {say("room.linkDays")}
            <select className="form-select" value={days} onChange={({ target }) => setDays(Number(target.value))}>
              {LINK_DAYS.map((each) => (
                <option key={each} value={each}>
                  {say("room.linkDays.one", counted(voice, each))}
                </option>
              ))}
            </select>
          </label>
        </EnterForm>
      )}
      <ByLink />
    </>
  );
}

/** A meeting that only has to be shown something needs no room. */
function SlidesInstead(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  return (
    <>
      <p>{say("room.slides")}</p>
      <p className="meeting-doors">
        <button
          type="button"
          className="button button-secondary small-button"
          aria-haspopup="dialog"
          onClick={() => store.dispatch({ kind: "dialog", dialog: "slides" })}
        >
          {say("slides.open")}
        </button>
      </p>
    </>
  );
}

/** For whoever has a link that was not opened, such as one read in a letter. */
function ByLink(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const [isNone, setNone] = useState(false);
  const go = (typed: string): void => {
    const link = linkIn(typed);
    setNone(link === undefined);
    if (link !== undefined) store.dispatch({ kind: "invited", link });
  };
  return (
    <>
      <OneField
        field={"room link"}
        summary={say("room.byLink")}
        label={say("room.byLink.label")}
        words={say("room.byLink.go")}
        maxLength={400}
        onGo={go}
      />
      <p role="status" className="draw-refused">
        {isNone && say("room.byLink.none")}
      </p>
    </>
  );
}

function Join({ link, refused }: { readonly link: string; readonly refused: Text | undefined }): ReactNode {
  const { say } = useVoice();
  const rooms = useRooms();
  const store = useStore();
  useEffect(() => void rooms.fetchParts().then(fetchView), [rooms]);
  const go = async (_: string, name: string): Promise<Text | undefined> => {
    const inTheWay = await rooms.join(link, name);
    if (!inTheWay) {
      store.dispatch({ kind: "invited", link: undefined });
      store.dispatch({ kind: "dialog", dialog: undefined });
    }
    return inTheWay;
  };
  return (
    <>
      <EnterForm
        text={say("room.join.text")}
        words={{ do: say("room.join"), doing: say("room.joining") }}
        refused={refused}
        onGo={go}
      />
      <LedRooms />
    </>
  );
}
