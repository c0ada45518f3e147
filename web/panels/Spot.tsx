import type { ReactNode } from "react";
import type { Hue } from "../map/palette.ts";

interface Props {
  readonly hue: Hue;
  /** The letter that the map has for it as well, where its colour is looked up. */
  readonly letter?: string;
}

/** A district's colour as the map shows it: its fill, and its darker shade around. */
export const Spot = ({ hue, letter }: Props): ReactNode => (
  <span
    className={letter === undefined ? "spot" : "spot lettered"}
    style={{ background: hue.fill, borderColor: hue.ink, ...(letter !== undefined && { color: hue.ink }) }}
    aria-hidden="true"
  >
    {letter}
  </span>
);
