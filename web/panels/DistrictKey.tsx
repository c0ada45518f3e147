import type { ReactNode } from "react";
import { useVoice } from "../i18n/say.ts";
import { districtsOnMap, type Picture } from "../map/picture.ts";
import { Spot } from "./Spot.tsx";

/** Where the names of many districts would leave no room for the map. */
const PHONE = window.matchMedia("(max-width: 640px)");
const FEW_DISTRICTS = 6;

interface Props {
  readonly picture: Picture;
  /** What the plan is called, where there are several; written before its districts or only said. */
  readonly title?: string | undefined;
  readonly label?: string;
}

/** Which letter and colour on the map is which district. */
export function DistrictKey({ picture, title, label = title }: Props): ReactNode {
  const { say } = useVoice();
  const districts = districtsOnMap(picture);
  const names = (
    <ul className="district-key no-max-width" aria-label={[label, say("legend.districts")].filter(Boolean).join(": ")}>
      {title !== undefined && <li className="district-key-title">{title}</li>}
      {districts.map(({ name, hue, key }) => (
        <li key={name}>
          <Spot hue={hue} letter={key} />
          {name}
        </li>
      ))}
    </ul>
  );
  if (!PHONE.matches || districts.length <= FEW_DISTRICTS) return names;
  return (
    <details className="district-key-fold">
      <summary>{say("legend.districts")}</summary>
      {names}
    </details>
  );
}
