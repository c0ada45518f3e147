import { saidIn, gradesInWords } from "../../../src/index.ts";
import { pupilsWithoutSchool } from "../../draw/drawn.ts";
import type { Voice } from "../../i18n/say.ts";
import { assumedOnMap } from "../../map/assumed-on-map.ts";
import { drawnPlan } from "../../map/drawn-plan.ts";
import { movedArea } from "../../map/moved-area.ts";
import { fileName } from "../../proposals/studio-words.ts";
import type { AppState } from "../../state/app-state.ts";
import { chosenDocument, chosenProposal } from "../../state/chosen.ts";
import { hatched } from "../../proposals/hatched.ts";
import { chosenChanges } from "../../proposals/held-against.ts";
import { caseView, sceneryOf } from "../../state/selectors.ts";
import { shownBand } from "../../state/shown-band.ts";
import { assumptionsOf, todaysPlan } from "../../state/plans.ts";
import type { Store } from "../../state/store.ts";
import { assumptionList } from "../assumptions/words.ts";
import { download } from "../download.ts";

export const EXPORTS = ["picture", "schools", "areas", "map", "plan"] as const;
export type ExportKind = (typeof EXPORTS)[number];

/** Gives the plan in view to the browser to save as a file for another program: tables, a map file, a picture. */
export const exportPlan = (kind: ExportKind, store: Store, voice: Voice): Promise<void> =>
  kind === "plan" ? exportForCommands(store) : exportAs(kind, store.state(), voice);

/** The plan for the command line; what its file cannot hold is said beside it, or in its place. */
async function exportForCommands(store: Store): Promise<void> {
  const [view, proposal] = [caseView(store.state()), chosenProposal(store.state())];
  if (!view || !proposal) return;
  const { planFileOf } = await import("../../proposals/file.ts");
  // Apart from the proposal's own file, which holds more and goes by the title alone.
  const name = `${fileName(proposal.draft.plan.title)}-plan`;
  const { text, said } = planFileOf(view, proposal, name);
  if (text !== undefined) download(`${name}.json`, "application/json", text);
  const kind = text === undefined ? "refused" : "done";
  store.dispatch({ kind: "outcome", outcome: said.length > 0 ? { kind, lines: said } : undefined });
}

async function exportAs(kind: Exclude<ExportKind, "plan">, state: AppState, voice: Voice): Promise<void> {
  const [view, scenery, document] = [caseView(state), sceneryOf(state), chosenDocument(state)];
  if (!view || !scenery || !document) return;
  const { language } = voice;
  const name = fileName(document.plan.title);
  const notes = notesOf(state, voice);
  // Once a file: not in every row of a table of areas, of which there are thousands.
  const table = { view, scenery, assumed: document, language, notes: [...reasonOf(state, voice), ...notes] };
  if (kind === "picture") {
    download(`${name}.png`, "image/png", await pictureFile(state, voice));
    return;
  }
  const { areasCsv, districtsGeoJson, schoolsCsv } = await import("../../proposals/tables.ts");
  if (kind === "map") download(`${name}.geojson`, "application/geo+json", await districtsGeoJson(table));
  else if (kind === "areas")
    download(`${name}-${voice.say("export.areasFile")}.csv`, "text/csv", areasCsv({ ...table, notes }));
  else download(`${name}-${voice.say("export.schoolsFile")}.csv`, "text/csv", schoolsCsv(table, voice.cell));
}

const reasonOf = (state: AppState, { say }: Voice): readonly string[] => {
  const reason = chosenProposal(state)?.draft.reason ?? "";
  return reason === "" ? [] : [say("draw.reason.is", { reason })];
};

/** As much of a reason as a sheet has room for under its map, characters. */
const ON_SHEET = 300;
const shortened = (text: string): string =>
  text.length <= ON_SHEET ? text : `${text.slice(0, ON_SHEET - 1).trimEnd()}…`;

/** What has to be said of the plan in view wherever its figures are, in every file that is made of it. */
function notesOf(state: AppState, voice: Voice): readonly string[] {
  const { say, read, list } = voice;
  const [view, scenery, document] = [caseView(state), sceneryOf(state), chosenDocument(state)];
  if (!view || !document) return [];
  const draft = chosenProposal(state)?.draft;
  const assumptions = assumptionsOf(document);
  const placed = document.sites?.newSites ?? [];
  return [
    ...(draft && pupilsWithoutSchool(draft, view.units.unitBand) > 0 ? [say("own.unfinished")] : []),
    ...(placed.length > 0 ? [say("export.newSchools", { list: list(placed.map(({ name }) => name)) })] : []),
    ...(assumptions.length > 0
      ? [say("assume.measured", { list: assumptionList(view.grades, voice, assumptions) })]
      : []),
    ...(scenery?.notice ? [read(scenery.notice)] : []),
  ];
}

/** What the map shows, on a sheet with all that has to be said of it. */
async function pictureFile(state: AppState, voice: Voice): Promise<Uint8Array<ArrayBuffer>> {
  const [view, scenery, document] = [caseView(state), sceneryOf(state), chosenDocument(state)];
  if (!view || !scenery || !document) throw new Error("There is no map");
  const { say, read, language } = voice;
  const { posterOf } = await import("../../map/poster.ts");
  const band = shownBand(state);
  // The same as on the page: against what was chosen, else against today.
  const hatch = hatched(state);
  const changed = hatch ? hatch.area : movedArea(view, todaysPlan(view), document.plan, band);
  const against = chosenChanges(state)?.title;
  const grades = band === "lowest" ? [] : [read(gradesInWords(view.grades.bands[band].key))];
  return posterOf(
    scenery,
    drawnPlan(view, document, band),
    { changed, assumed: assumedOnMap(state), dangers: view.dangers },
    {
      title: saidIn(document.plan.title, language),
      subtitle: [view.name, say("export.year", { year: view.schoolYear }), ...grades].join(" · "),
      notes: [
        ...(changed
          ? [
              hatch?.since === "a-plan"
                ? say("export.hatched", { plan: against === undefined ? say("what.start") : read(against) })
                : say("export.hatchedToday"),
            ]
          : []),
        ...reasonOf(state, voice).map((reason) => shortened(reason.replaceAll(/\s+/g, " "))),
        ...notesOf(state, voice),
      ],
      sources: scenery.sources.map(({ from }) => read(from)).join(" · "),
      font: getComputedStyle(window.document.body).fontFamily,
    },
  );
}
