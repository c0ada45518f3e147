import { type ReactNode, useState } from "react";
import { siteName } from "../../../src/index.ts";
import { useNewSchool } from "../../draw/use-new-school.ts";
import { usePlacing } from "../../draw/use-placing.ts";
import { useVoice } from "../../i18n/say.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { placeKey } from "../../state/plan-sites.ts";
import { useSelect } from "../../state/store.ts";

/** What can be done to a school that the plan adds, beyond what can be done to any. */
export function NewSiteTools({ site }: { readonly site: number }): ReactNode {
  const { say } = useVoice();
  const tools = useNewSchool();
  const { begin } = usePlacing();
  const draft = useSelect((state) => chosenProposal(state)?.draft);
  const newWays = useSelect((state) => state.newWays);
  const is = draft?.newSites.at(site - draft.municipality.sites.length);
  if (!draft || !is) return null;
  const { name } = is;
  const ways = newWays.get(placeKey(is));
  const isLocked = draft.locks.sites.has(site);
  const hasPupils = draft.plan.assignment.includes(site);
  const isReached = !ways || ways.some((metres) => Number.isFinite(metres));
  return (
    <div className="new-site-tools">
      {!isReached && <p className="draw-refused">{say("newSchool.noRoad")}</p>}
      {!hasPupils && <p className="field-help">{say("newSchool.empty")}</p>}
      <button
        type="button"
        className={hasPupils ? "link-button" : "button button-primary small-button"}
        aria-label={say("newSchool.fillIt", { site: name })}
        disabled={isLocked || !ways || !isReached}
        onClick={() => tools.fill(site)}
      >
        {say("newSchool.fill")}
      </button>
      <SiteName key={name} site={site} name={name} isLocked={isLocked} />
      <button
        type="button"
        className="link-button"
        disabled={isLocked}
        aria-label={say("newSchool.moveIt", { site: name })}
        onClick={() => begin(site)}
      >
        {say("newSchool.move")}
      </button>
      <button
        type="button"
        className="link-button"
        disabled={isLocked}
        aria-label={say("newSchool.removeIt", { site: siteName(draft, site) })}
        onClick={() => tools.takeAway(site)}
      >
        {say("newSchool.remove")}
      </button>
    </div>
  );
}

interface SiteNameProps {
  readonly site: number;
  readonly name: string;
  readonly isLocked: boolean;
}

/** The school's name, changed where it stands. */
function SiteName({ site, name, isLocked }: SiteNameProps): ReactNode {
  const { say } = useVoice();
  const { rename } = useNewSchool();
  const [typed, setTyped] = useState(name);
  const keep = (): void => {
    const wished = typed.trim();
    if (wished === "" || wished === name) setTyped(name);
    else rename(site, wished);
  };
  return (
    <input
      className="form-input"
      aria-label={say("newSchool.nameOf", { site: name })}
      value={typed}
      disabled={isLocked}
      maxLength={200}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={keep}
      onKeyDown={({ key }) => {
        if (key === "Enter") keep();
      }}
    />
  );
}
