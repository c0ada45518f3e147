import { type ReactNode, useMemo } from "react";
import "../../style/ask.css";
import { siteName } from "../../../src/index.ts";
import { goalOf } from "../../ask/goals.ts";
import { wantedOf } from "../../ask/question.ts";
import { sentencesOf } from "../../ask/sentences.ts";
import { counted } from "../../i18n/say.ts";
import { lastComputed } from "../../state/computed.ts";
import { chosenProposal } from "../../state/chosen.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import { goalText, useAskVoice } from "./ask-voice.ts";
import { certificateText } from "./certificate-text.ts";
import { lineText } from "./RuleLines.tsx";

/** What the optimiser was asked for this proposal, and how sure its answer is. */
export function Certificate(): ReactNode {
  const voice = useAskVoice();
  const { ask } = voice;
  const proposal = useSelect(chosenProposal);
  const view = useSelect(caseView);
  const found = useMemo(() => proposal && lastComputed(proposal.history), [proposal]);
  if (!proposal || !found) return null;
  const { draft } = proposal;
  const { question, locked } = found.asked;
  const sites = [...draft.municipality.sites, ...draft.newSites];
  // A question names districts as they were before it: today's, or the proposal's own at its start.
  const districts = [...(view?.districts ?? []), ...draft.start.districts];
  const rules = sentencesOf(question, {
    grades: draft.plan.grades,
    siteIds: sites.map(({ id }) => id),
    districtIds: districts.map(({ id }) => id),
  });
  const names = {
    grades: draft.plan.grades,
    sites: sites.map((_, site) => siteName(draft, site)),
    districts: districts.map(({ name }) => name),
  };
  const isMended = question.kind === "reassign" && wantedOf(question) === "repair";
  return (
    <details className="ask-made">
      <summary>
        <h3>{ask("certificate.title")}</h3>
      </summary>
      <p>
        {found.since === "untouched"
          ? certificateText(voice, isMended ? "repair" : question.kind, found.asked)
          : ask("certificate.since")}
      </p>
      {isMended && <p>{ask("certificate.repair")}</p>}
      {question.kind === "reassign" && !isMended && (
        <p>
          {ask("certificate.goals", {
            goals: question.stages.map((stage) => goalText(voice, goalOf(stage))).join("; "),
          })}
        </p>
      )}
      {rules.length > 0 && (
        <p>
          {ask("certificate.rules", {
            rules: rules.map(({ row, filled }) => lineText(voice, row, { filled }, names)).join("; "),
          })}
        </p>
      )}
      {locked > 0 && <p>{ask("certificate.locked", counted(voice, locked))}</p>}
      {found.since === "untouched" && found.asked.status === "optimal" && <p>{ask("certificate.only")}</p>}
    </details>
  );
}
