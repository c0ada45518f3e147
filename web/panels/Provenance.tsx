import { type ReactNode, useMemo } from "react";
import { NO_SITE } from "../../src/index.ts";
import { ROOM_ITSELF } from "../../src/protocol/room-roles.ts";
import { useVoice } from "../i18n/say.ts";
import { siteProvenance, unitProvenance } from "../proposals/provenance.ts";
import { noteOf } from "../proposals/studio-words.ts";
import { chosenDocument, shownProposal } from "../state/chosen.ts";
import { planSites } from "../state/plan-sites.ts";
import { useSelect } from "../state/store.ts";
import type { CaseView } from "../worker/messages.ts";
import { useTold } from "./use-told.ts";

interface UnitProps {
  readonly view: CaseView;
  readonly unit: number;
}

/** Of an area in a proposal: who drew it last, when, and where its pupils went before. */
export function UnitProvenance({ view, unit }: UnitProps): ReactNode {
  const { say } = useVoice();
  const proposal = useSelect(shownProposal);
  const document = useSelect(chosenDocument);
  const told = useTold();
  const found = useMemo(() => proposal && unitProvenance(proposal, unit), [proposal, unit]);
  if (!found) return null;
  const { edit, before = NO_SITE } = found;
  if (edit.by === ROOM_ITSELF) return <p className="place-hint">{say("past.coming")}</p>;
  const school = before === NO_SITE ? say("unit.noSite") : (planSites(view, document).at(before)?.name ?? "-");
  return (
    <p className="place-hint">
      {told("drawn", edit)} {say("whose.before", { school })}
    </p>
  );
}

interface SiteProps {
  readonly view: CaseView;
  readonly site: number;
}

/** Of a school in a proposal: who changed it last, when, and how. */
export function SiteProvenance({ view, site }: SiteProps): ReactNode {
  const { say, read } = useVoice();
  const proposal = useSelect(shownProposal);
  const told = useTold();
  const added = proposal?.draft.newSites.at(site - view.sites.length)?.id;
  const id = site < view.sites.length ? view.sites[site].id : (added ?? "");
  const found = useMemo(() => proposal && siteProvenance(proposal, site, id), [proposal, site, id]);
  return (
    found && (
      <p className="place-hint">
        {found.edit.by === ROOM_ITSELF
          ? say("past.coming")
          : `${told("changed", found.edit)} ${read(noteOf(found.edit))}`}
      </p>
    )
  );
}
