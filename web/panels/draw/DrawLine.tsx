import type { ReactNode } from "react";
import { useVoice } from "../../i18n/say.ts";
import { useSelect } from "../../state/store.ts";
import type { DistrictMap } from "../../map/district-map.ts";
import { Mend } from "./Mend.tsx";
import { UndoRedo } from "./Changes.tsx";

/** On the map: the way back, and what the last edit did or why it could not be made. */
export function DrawLine({ map }: { readonly map: DistrictMap | undefined }): ReactNode {
  const { read } = useVoice();
  const doing = useSelect(({ choice }) => choice.doing);
  const outcome = useSelect((state) => state.outcome);
  if (doing !== "draw") return null;
  return (
    <div className="draw-line">
      <UndoRedo />
      <p role="status" className={outcome?.kind === "refused" ? "draw-refused" : undefined}>
        {outcome?.lines.map(read).join(" ")}
      </p>
      <Mend map={map} />
    </div>
  );
}
