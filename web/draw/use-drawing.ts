import {
  type BandSet,
  closeSite,
  moveSite,
  openSite,
  formatBands,
  setCapacity,
  setLock,
  setTeaching,
  siteName,
  siteState,
  gradesInWords,
} from "../../src/index.ts";
import { noteText } from "../i18n/notes.ts";
import { useEdits } from "./use-edits.ts";

/** What can be done to a school of the proposal; each is one step that can be undone. */
interface SiteTools {
  readonly close: (site: number) => void;
  readonly open: (site: number, teaches: BandSet) => void;
  /** To another district by its id. */
  readonly move: (site: number, district: string) => void;
  readonly lock: (site: number, on: boolean) => void;
  /** Who can no longer go there gets another school in the same step. */
  readonly teach: (site: number, teaches: BandSet) => void;
  /** Places by band; `undefined` where none are stated. */
  readonly hold: (site: number, capacity: readonly (number | undefined)[]) => void;
}

export function useSiteTools(): SiteTools {
  const { edit, leaving, withDraft } = useEdits();
  return {
    close: (site) =>
      withDraft((draft) => {
        const words = { site: siteName(draft, site) };
        leaving(closeSite(draft, site), noteText("edit.closed", words), { moved: noteText("edit.closedMoved", words) });
      }),
    open: (site, teaches) =>
      withDraft((draft) => {
        const district = siteState(draft, site).district ?? draft.plan.districts[0]?.id ?? "";
        edit(openSite(draft, site, teaches, district), noteText("edit.opened", { site: siteName(draft, site) }));
      }),
    move: (site, id) =>
      withDraft((draft) => {
        const district = draft.plan.districts.find((each) => each.id === id)?.name ?? id;
        edit(moveSite(draft, site, id), noteText("edit.moved", { site: siteName(draft, site), district }));
      }),
    teach: (site, teaches) =>
      withDraft((draft) => {
        const note = noteText("edit.teaches", {
          site: siteName(draft, site),
          grades: gradesInWords(formatBands(draft.municipality.grades, teaches)),
        });
        leaving(setTeaching(draft, site, teaches), note);
      }),
    hold: (site, capacity) =>
      withDraft((draft) => {
        edit(setCapacity(draft, site, capacity), noteText("edit.places", { site: siteName(draft, site) }));
      }),
    lock: (site, on) =>
      withDraft((draft) => {
        const note = noteText(on ? "edit.locked" : "edit.unlocked", { what: siteName(draft, site) });
        edit(setLock(draft, { site }, on), note);
      }),
  };
}
