import {
  type BandSet,
  closeSite,
  type Draft,
  moveSite,
  newDistrict,
  openSite,
  formatBands,
  setCapacity,
  setLock,
  setTeaching,
  siteName,
  siteState,
  type Text,
  writtenGrades,
} from "../../src/index.ts";
import { chosenProposal } from "../state/chosen.ts";
import { useDesk } from "../state/desk-context.ts";
import { caseView } from "../state/selectors.ts";
import { useStudio } from "../state/studio-context.ts";
import { useStore } from "../state/store.ts";
import { paintedPairs, pupilsWithoutSchool, toMend, towards } from "./drawn.ts";
import { noteText } from "./notes.ts";

/** What can be done to a school of the proposal; each is one step that can be undone. */
interface SiteTools {
  readonly close: (site: number) => void;
  readonly open: (site: number, teaches: BandSet) => void;
  /** To another district by its id. */
  readonly move: (site: number, district: string) => void;
  /** Into a new district of its own. */
  readonly alone: (site: number, name: string) => void;
  readonly lock: (site: number, on: boolean) => void;
  /** Who can no longer go there gets another school in the same step. */
  readonly teach: (site: number, teaches: BandSet) => void;
  /** Places by band; `undefined` where none are stated. */
  readonly hold: (site: number, capacity: readonly (number | undefined)[]) => void;
}

export function useSiteTools(): SiteTools {
  const store = useStore();
  const studio = useStudio();
  const desk = useDesk();
  const draftNow = (): Draft | undefined => chosenProposal(store.state())?.draft;

  /** Pupils whom the edit leaves without a school get one at once, in the same step; `note` says so once they have. */
  const complete = (note?: Text): void => {
    const [left, view] = [draftNow(), caseView(store.state())];
    if (!left || !view || pupilsWithoutSchool(left, view.units.unitBand) === 0) return;
    const plan = toMend(left, view.units.unitBand);
    desk.repair({ plan, locked: paintedPairs(left), until: "quick", places: "free" }, (step) => {
      if (step.status !== "answer") return;
      // Whoever went on meanwhile still has pupils without a school, unless it was undone.
      if (draftNow() === left) studio.amend(towards(left, step.assignment, view.units.unitBand), note);
      else complete();
    });
  };
  const withDraft = (act: (draft: Draft) => void): void => {
    const draft = draftNow();
    if (draft) act(draft);
  };
  return {
    close: (site) =>
      withDraft((draft) => {
        const words = { site: siteName(draft, site) };
        if (studio.edit(closeSite(draft, site), noteText("edit.closed", words)))
          complete(noteText("edit.closedMoved", words));
      }),
    open: (site, teaches) =>
      withDraft((draft) => {
        const district = siteState(draft, site).district ?? draft.plan.districts[0]?.id ?? "";
        studio.edit(openSite(draft, site, teaches, district), noteText("edit.opened", { site: siteName(draft, site) }));
      }),
    move: (site, id) =>
      withDraft((draft) => {
        const district = draft.plan.districts.find((each) => each.id === id)?.name ?? id;
        studio.edit(moveSite(draft, site, id), noteText("edit.moved", { site: siteName(draft, site), district }));
      }),
    alone: (site, name) =>
      withDraft((draft) => {
        studio.edit(newDistrict(draft, name, [site]).changes, noteText("edit.alone", { site: siteName(draft, site) }));
      }),
    teach: (site, teaches) =>
      withDraft((draft) => {
        const note = noteText("edit.teaches", {
          site: siteName(draft, site),
          grades: writtenGrades(formatBands(teaches)),
        });
        if (studio.edit(setTeaching(draft, site, teaches), note)) complete();
      }),
    hold: (site, capacity) =>
      withDraft((draft) => {
        studio.edit(setCapacity(draft, site, capacity), noteText("edit.places", { site: siteName(draft, site) }));
      }),
    lock: (site, on) =>
      withDraft((draft) => {
        const note = noteText(on ? "edit.locked" : "edit.unlocked", { what: siteName(draft, site) });
        studio.edit(setLock(draft, { site }, on), note);
      }),
  };
}
