import { type ReactNode, useState } from "react";
import type { Role } from "../../../src/protocol/room-roles.ts";
import { useVoice } from "../../i18n/say.ts";
import { isOnlyHere, linkFor } from "../../room/rooms.ts";
import type { RoomState } from "../../state/room.ts";
import { Copied } from "../Copied.tsx";
import { QrCode } from "./QrCode.tsx";
import { useOffer } from "./use-offer.ts";

/** In the order in which somebody who leads for the first time needs them. */
const INVITED = [
  "participant",
  "facilitator",
  "projector",
  "viewer",
  "co-facilitator",
] as const satisfies readonly Role[];
/** Those that are unfolded at first. */
const AT_ONCE: readonly Role[] = ["participant", "facilitator"];

/** Every link into the room, as a code to scan and to copy, with what it gives. */
export function Invite({ room }: { readonly room: RoomState }): ReactNode {
  const { say } = useVoice();
  const offer = useOffer();
  if (!offer) return null;
  const [address] = offer.addresses;
  return (
    <div className="room-invite">
      {address === undefined && <p>{say("room.alone")}</p>}
      {INVITED.map((role) => {
        const link = linkFor(role, room.links, address);
        const reach = isOnlyHere(address) ? "this machine" : "others";
        return link !== undefined && <OneLink key={role} role={role} room={room} link={link} reach={reach} />;
      })}
    </div>
  );
}

interface LinkProps {
  readonly role: Role;
  readonly room: RoomState;
  readonly link: string;
  /** Who gets there by it. */
  readonly reach: "this machine" | "others";
}

function OneLink({ role, room, link, reach }: LinkProps): ReactNode {
  const { say } = useVoice();
  const [isOpen, setOpen] = useState(AT_ONCE.includes(role));
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h3>{say(`room.invite.${role}`)}</h3>
      </summary>
      <p>
        {say(`room.gives.${role}`)}
        {role === "participant" && reach === "others" && ` ${say("room.scan")}`}
      </p>
      {isOpen && (
        <>
          {reach === "others" && (
            <QrCode text={link} label={say("room.qr", { what: say(`room.invite.${role}`), title: room.title })} />
          )}
          <Copied label={say("room.link")} value={link} />
        </>
      )}
    </details>
  );
}
