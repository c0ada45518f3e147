import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import { nearestPlace } from "../../state/places.ts";
import { sceneryOf } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";

interface Props {
  readonly label: string;
  readonly typed: string;
  /** What it is called where nothing is typed. */
  readonly proposed: string;
  readonly onType: (typed: string) => void;
}

/** What something at a place on the map is called. */
export const NameBlank = ({ label, typed, proposed, onType }: Props): ReactNode => (
  <label>
    {label}
    <input
      className="form-input"
      value={typed}
      placeholder={proposed}
      maxLength={200}
      autoComplete="off"
      onChange={({ target }) => onType(target.value)}
    />
  </label>
);

/** What is called by the town that its first place is nearest to. */
export function useNameNear(kind: "danger" | "housing"): string {
  const { say } = useVoice();
  const scenery = useSelect(sceneryOf);
  const first = useSelect(({ drawing }) => drawing.marking?.at[0]);
  const place = scenery && first && nearestPlace(scenery, first.lon, first.lat);
  return place === undefined ? say(`assume.kind.${kind}`) : say(`assume.${kind}.near`, { place });
}
