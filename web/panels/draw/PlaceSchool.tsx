import type { ReactNode } from "react";
import { localeOf, siteName } from "../../../src/index.ts";
import { usePlacing } from "../../draw/use-placing.ts";
import { useVoice } from "../../i18n/say.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { isPlacing } from "../../state/drawing.ts";
import { sceneryOf } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";

/** The way to a new school: a click on the map, or the name of a town. */
export function PlaceSchool(): ReactNode {
  const { say } = useVoice();
  const placing = useSelect((state) => (isPlacing(state) ? state.drawing.placing : undefined));
  const { begin } = usePlacing();
  if (placing) return <Where site={placing.site} />;
  return (
    <button
      type="button"
      className="button button-secondary small-button new-school-begin"
      onClick={() => begin("new")}
    >
      {say("newSchool.add")}
    </button>
  );
}

function Where({ site }: { readonly site: number | "new" }): ReactNode {
  const { say } = useVoice();
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const { cancel } = usePlacing();
  return (
    <div className="new-school-where">
      <p role="status">
        <strong>
          {site === "new" || !draft
            ? say("newSchool.where")
            : say("newSchool.whereSite", { site: siteName(draft, site) })}
        </strong>{" "}
        {say("newSchool.keys")}
      </p>
      <Towns />
      <button type="button" className="button button-secondary small-button" onClick={cancel}>
        {say("newSchool.cancel")}
      </button>
    </div>
  );
}

/** The towns of the case, in the order of the alphabet. */
function Towns(): ReactNode {
  const { say, language } = useVoice();
  const { put } = usePlacing();
  const scenery = useSelect(sceneryOf);
  if (!scenery || scenery.places.features.length === 0) return null;
  const towns = scenery.places.features.toSorted((a, b) =>
    a.properties.name.localeCompare(b.properties.name, localeOf(language)),
  );
  return (
    <label className="paint-to">
      {say("newSchool.town")}
      <select
        className="form-select"
        value=""
        onChange={({ target }) => {
          const [lon, lat] = towns[Number(target.value)].geometry.coordinates;
          put({ lon, lat });
        }}
      >
        <option value="" disabled>
          {say("newSchool.pickTown")}
        </option>
        {towns.map(({ properties: { name } }, i) => (
          <option key={name} value={i}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
