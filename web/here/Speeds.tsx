import type { ReactNode } from "react";
import type { Band, Paces } from "../../src/index.ts";
import { writeSpeed } from "../panels/effects/Prices.tsx";
import { useHereVoice } from "./here-voice.ts";

interface SpeedsProps {
  readonly paces: Paces;
  readonly band: Band;
}

/** Which way is told of, and at which speeds. */
export function Speeds({ paces, band }: SpeedsProps): ReactNode {
  const voice = useHereVoice();
  return voice.tell("here.speeds", {
    walk: writeSpeed(voice, paces.onFoot),
    bicycle: writeSpeed(voice, paces.byBicycle[band]),
  });
}
