import type { ReactNode } from "react";
import { siteName } from "../../../src/index.ts";
import { useNewSchool } from "../../draw/use-new-school.ts";
import { usePlacing } from "../../draw/use-placing.ts";
import { useVoice } from "../../i18n/say.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { placeKey } from "../../state/plan-sites.ts";
import { useSelect } from "../../state/store.ts";
import { NameField } from "./NameField.tsx";

/** What can be done to a school that the plan adds, beyond what can be done to any. */
export function NewSiteTools({ site }: { readonly site: number }): ReactNode {
  const { say } = useVoice();
  const tools = useNewSchool();
  const { begin } = usePlacing();
  const proposal = useSelect(chosenProposal);
  const draft = proposal?.draft;
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
      {!isLocked && <p className="field-help">{say("newSchool.dragHint")}</p>}
      <NameField
        key={`${proposal.id} ${is.id}`}
        of={{ proposal: proposal.id, field: `school ${is.id}` }}
        name={name}
        label={say("newSchool.nameOf", { site: name })}
        isLocked={isLocked}
        onKeep={(wished) => tools.rename(site, wished)}
      />
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
