import { useMemo } from "react";
import {
  type Draft,
  freeName,
  joinDistricts,
  newDistrict,
  renameDistrict,
  setLock,
  siteName,
} from "../../src/index.ts";
import { noteText } from "../i18n/notes.ts";
import { type Edits, useEdits } from "./use-edits.ts";

/** What can be done to a district of the proposal, by its id; each is one step that can be undone. */
interface DistrictTools {
  readonly rename: (id: string, name: string) => void;
  /** All schools of the second are the first's from then on; it keeps its name. */
  readonly join: (kept: string, joined: string) => void;
  /** A school gets a district of its own, called so where no other is. */
  readonly split: (site: number, proposed: string) => void;
  readonly lock: (id: string, on: boolean) => void;
}

export function useDistricts(): DistrictTools {
  const edits = useEdits();
  return useMemo(() => districtTools(edits), [edits]);
}

const nameOf = ({ plan }: Draft, id: string): string => plan.districts.find((each) => each.id === id)?.name ?? id;

const districtTools = ({ edit, withDraft }: Edits): DistrictTools => ({
  rename: (id, name) =>
    withDraft((draft) => {
      const note = noteText("edit.districtRenamed", { before: nameOf(draft, id), district: name });
      edit(renameDistrict(draft, id, name), note);
    }),
  join: (kept, joined) =>
    withDraft((draft) => {
      const words = { district: nameOf(draft, kept), joined: nameOf(draft, joined) };
      edit(joinDistricts(draft, kept, joined), noteText("edit.districtsJoined", words));
    }),
  split: (site, proposed) =>
    withDraft((draft) => {
      const names = draft.plan.districts.map(({ name }) => name);
      const { changes } = newDistrict(draft, freeName(proposed, names), [site]);
      edit(changes, noteText("edit.alone", { site: siteName(draft, site) }));
    }),
  lock: (id, on) =>
    withDraft((draft) => {
      const note = noteText(on ? "edit.locked" : "edit.unlocked", { what: nameOf(draft, id) });
      edit(setLock(draft, { district: id }, on), note);
    }),
});
