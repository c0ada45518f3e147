import type { ReactNode } from "react";
import type { Hue } from "../map/palette.ts";

/** A district's colour as the map shows it: its fill, and its darker shade around. */
export const Spot = ({ hue }: { readonly hue: Hue }): ReactNode => (
  <span className="spot" style={{ background: hue.fill, borderColor: hue.ink }} aria-hidden="true" />
);
