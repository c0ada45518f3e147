import type { ReactNode } from "react";
import { QrCode } from "../panels/room/QrCode.tsx";
import { useOffer } from "../panels/room/use-offer.ts";
import { counted } from "../i18n/say.ts";
import { isOnlyHere, thisAddress } from "../room/rooms.ts";
import { ownId } from "../state/plan-ref.ts";
import { useSelect } from "../state/store.ts";
import type { Deck } from "./deck.ts";
import { phoneQuery, slidePart } from "./phone-link.ts";
import { useSlidesVoice } from "./slides-voice.ts";

interface Props {
  readonly deck: Deck;
  /** By its name. */
  readonly slide: string;
}

/** A code to the same slide; plans drawn on this machine are not elsewhere, and a page of one machine is not either. */
export function PhoneCode({ deck: { plans }, slide }: Props): ReactNode {
  const voice = useSlidesVoice();
  const { tell } = voice;
  const [address] = useOffer()?.addresses ?? [];
  const query = useSelect(({ choice }) => phoneQuery(choice, plans));
  const own = plans.filter(({ ref }) => ownId(ref) !== undefined).length;
  const path = `${window.location.pathname}${query}${slidePart(slide, plans)}`;
  const page = new URL(path, address ?? window.location.origin).href;
  return (
    <>
      {isOnlyHere(address) ? (
        <p>{tell("agenda.local")}</p>
      ) : (
        <>
          <QrCode text={page} label={tell("agenda.qr")} />
          <p>{thisAddress(address)}</p>
        </>
      )}
      {own > 0 && <p>{tell("agenda.own", counted(voice, own))}</p>}
    </>
  );
}
