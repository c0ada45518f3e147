import { type ReactNode, useState } from "react";
import { CATEGORY_NAMES, COST_CATEGORIES, COST_ITEMS, type CostParameter, priceIndexText } from "../../../src/index.ts";
import { counted } from "../../i18n/say.ts";
import { editedCosts } from "../../worker/cost-edits.ts";
import { caseView } from "../../state/selectors.ts";
import { useSelect, useStore } from "../../state/store.ts";
import type { CaseView } from "../../worker/messages.ts";
import { Dialog } from "../Dialog.tsx";
import { download } from "../download.ts";
import { TimetableNote } from "../effects/TimetableNote.tsx";
import { CostRow, forgetTyped } from "./CostRow.tsx";
import { costsCsv } from "./costs-file.ts";
import { KnownCases } from "./KnownCases.tsx";
import { PlanSaving } from "./PlanSaving.tsx";
import { useRegisterVoice } from "./register-voice.ts";

/** Every figure that the money rests on, to read and to correct; what a correction does to the chosen plan stands above. */
export function CostRegister(): ReactNode {
  const { tell } = useRegisterVoice();
  return (
    <Dialog name="costs" title={tell("costs.title")} head={<PlanSaving />}>
      <Register />
    </Dialog>
  );
}

function Register(): ReactNode {
  const { tell, read } = useRegisterVoice();
  const view = useSelect(caseView);
  /** How often all was set back: the rows begin anew, with nothing half typed. */
  const [begun, setBegun] = useState(0);
  if (!view) return null;
  return (
    <>
      <p>{tell("costs.text", { year: view.priceYear })}</p>
      <p>{tell("costs.index", { index: read(priceIndexText(view.priceIndex)) })}</p>
      <Tools view={view} onReset={() => setBegun(begun + 1)} />
      {[...COST_CATEGORIES, "delivery" as const].map((category) => (
        <Group key={`${category} ${begun}`} category={category} view={view} />
      ))}
      <KnownCases />
    </>
  );
}

interface ToolsProps {
  readonly view: CaseView;
  readonly onReset: () => void;
}

function Tools({ view, onReset }: ToolsProps): ReactNode {
  const voice = useRegisterVoice();
  const { tell, language } = voice;
  const store = useStore();
  const edits = useSelect(({ choice }) => choice.costs);
  const save = (): void => {
    const { costs, ownCosts: own, priceYear, sites } = view;
    const siteIds = sites.map(({ id }) => id);
    const text = costsCsv({ costs: editedCosts(costs, edits), edits, own, siteIds, priceYear, language });
    download("costs.csv", "text/csv", text);
  };
  if (edits.length === 0) return null;
  return (
    <div className="cost-tools">
      <span>{tell("costs.count", counted(voice, edits.length))}</span>
      <button type="button" className="button button-secondary small-button" onClick={save}>
        {tell("costs.download")}
      </button>
      <button
        type="button"
        className="link-button"
        onClick={() => {
          forgetTyped(COST_ITEMS);
          onReset();
          store.dispatch({ kind: "choose", change: { costs: [] } });
        }}
      >
        {tell("costs.reset.all")}
      </button>
      <span className="cost-tools-note">{tell("costs.download.what")}</span>
    </div>
  );
}

interface GroupProps {
  readonly category: CostParameter["category"];
  readonly view: CaseView;
}

function Group({ category, view }: GroupProps): ReactNode {
  const { tell, read } = useRegisterVoice();
  const edits = useSelect(({ choice }) => choice.costs);
  const items = COST_ITEMS.filter((item) => view.costs[item].category === category);
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{category === "delivery" ? tell("costs.delivery") : read(CATEGORY_NAMES[category])}</h3>
      <ul className="cost-rows no-max-width">
        {items.map((item) => (
          <CostRow
            key={item}
            item={item}
            parameter={view.costs[item]}
            edit={edits.find((edit) => edit.item === item)}
          />
        ))}
      </ul>
      {category === "transport" && <TimetableNote />}
    </section>
  );
}
