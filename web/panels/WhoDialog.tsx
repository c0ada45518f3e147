import type { ReactNode } from "react";
import type { Fairness } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { detailAnswer } from "../state/detail.ts";
import { chosenPlan } from "../state/chosen.ts";
import { useSelect } from "../state/store.ts";
import { Dialog } from "./Dialog.tsx";
import { ChangeBars } from "./effects/Who.tsx";
import { usePlanTitle } from "./plan-title.ts";
import { WhoTable } from "./WhoTable.tsx";

/** Who gets farther and who nearer to school, by town, grades and district: a distribution, not an average. */
export function WhoDialog(): ReactNode {
  const { say } = useVoice();
  const title = usePlanTitle(useSelect(chosenPlan));
  return (
    <Dialog name="who" title={`${title}: ${say("who.title")}`}>
      <Content />
    </Dialog>
  );
}

function Content(): ReactNode {
  const { say } = useVoice();
  const fairness = useSelect((state) => detailAnswer(state, "meaning")?.fairness);
  if (!fairness) return <p role="status">{say("meaning.waiting")}</p>;
  return (
    <>
      <p>{say("who.text")}</p>
      <ChangeBars bands={fairness.bands} />
      {townsFirst(fairness.tables).map((table) => (
        <WhoTable key={table.key} table={table} bands={fairness.bands} />
      ))}
    </>
  );
}

const townsFirst = (tables: Fairness["tables"]): Fairness["tables"] =>
  tables.toSorted((a, b) => Number(b.key === "town") - Number(a.key === "town"));
