import type { Language, Said } from "../../../src/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { chosenDocument } from "../../state/chosen.ts";
import { paperAlternatives } from "../../state/paper-alternatives.ts";
import type { AssumedPlan } from "../../worker/messages.ts";
import type { TableFile } from "../../worker/tables-messages.ts";
import { PaperMaker } from "./paper-maker.ts";
import type { Work } from "./work.ts";

interface MadeTables {
  /** What the plan in view is called. */
  readonly title: Said;
  readonly end: string;
  readonly type: string;
  readonly content: BlobPart;
}

const SAVED_AS: Readonly<Record<TableFile, Pick<MadeTables, "end" | "type">>> = {
  workbook: { end: "xlsx", type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  geopackage: { end: "gpkg", type: "application/geopackage+sqlite3" },
  layers: { end: "zip", type: "application/zip" },
};

/** The plan in view, with those it is held against, for another program; `undefined` where there is no plan. `from`: on which the case comes. Throws when the `work` is stopped. */
export async function tablesOfView(
  kind: TableFile,
  state: AppState,
  from: MessagePort,
  language: Language,
  work: Work,
): Promise<MadeTables | undefined> {
  const document = chosenDocument(state);
  if (!document) return undefined;
  await work.begin({ of: "figures" });
  const maker = new PaperMaker(work.signal, from);
  try {
    const plans = plansOnOneGround(document, paperAlternatives(state));
    const { content } = await maker.ask({ kind: "tables", as: kind, plans, language });
    return { title: document.plan.title, ...SAVED_AS[kind], content };
  } finally {
    maker.end();
  }
}

/** The plan in view and those beside it, where none assumes anything: on grounds of their own their figures do not stand side by side. */
export function plansOnOneGround({ plan, sites }: AssumedPlan, others: readonly AssumedPlan[]): readonly AssumedPlan[] {
  const beside = sites ? [] : others.filter((other) => !other.sites);
  return [{ plan, ...(sites && { sites }) }, ...beside.map((other) => ({ plan: other.plan }))];
}
