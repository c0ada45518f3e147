import { inBoth, type Said, saidIn } from "../../domain/language.ts";
import type { Evaluation } from "../../evaluate/evaluate.ts";
import { planTitle } from "../baseline-text.ts";
import { evaluationFile } from "../evaluation-file.ts";
import { aboutTable, provenanceTable } from "../source-tables.ts";
import type { WorkbookOf } from "../workbook.ts";
import type { MapFile } from "./geopackage.ts";
import type { MapLayer } from "./layer.ts";
import { planLayers } from "./plan-layers.ts";

/** Plans as one map file; where there are several, each layer's name begins with its plan's. */
export function plansMap(evaluations: readonly Evaluation[], of: WorkbookOf): MapFile {
  const { basis, run, audience, language } = of;
  const taken = new Set<string>();
  const layers = evaluations.flatMap(({ plan }) => {
    const own = planLayers(basis, plan, audience);
    return evaluations.length === 1 ? own : calledBy(own, tableName(plan.id, taken), plan.title);
  });
  const title = evaluations.map(({ plan }) => planTitle(plan, language)).join(" · ");
  const file = evaluationFile(basis, evaluations[0], run, audience);
  const about = aboutTable(basis, title, file, [], language);
  const named = evaluations.map(({ plan }) => ({ id: plan.id, title: planTitle(plan, language) }));
  const from = provenanceTable(file, named, basis.municipality.info, language);
  return { layers, about: { ...about, rows: [...about.rows, ...from.rows] }, language };
}

const calledBy = (layers: readonly MapLayer[], name: string, title: Said): readonly MapLayer[] =>
  layers.map((layer) => ofPlan(layer, name, title));

/** By both of which a layer is told from another plan's, whose title may be the same. */
const ofPlan = (layer: MapLayer, name: string, title: Said): MapLayer => ({
  ...layer,
  name: `${name}_${layer.name}`,
  title: inBoth((language) => `${saidIn(title, language)}: ${layer.title[language]} (${name})`),
});

/** A plan's id as the name of a table, in which letters' size tells nothing apart. */
function tableName(id: string, taken: Set<string>): string {
  const bare = id.replaceAll(/[^\p{L}\p{N}]+/gu, "_");
  for (let n = 1; ; n++) {
    const name = n === 1 ? bare : `${bare}_${n}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
