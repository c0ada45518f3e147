import { catalogue, type Text } from "../domain/language.ts";

/**
 * Whom a file is for. Files follow the rule for small groups (see `kernels/disclosure/shown.ts`), so that any of them may be passed on.
 * Who needs the rest, area by area and home by home, names the file `….internal.json` (or `.csv`, `.geojson`): it then holds all, says in
 * itself that it is the planner's alone, and cannot be mistaken by its name either. That holds for made-up pupils as for real ones,
 * so that an example shows what a real case would.
 */
export type Audience = "anyone" | "planner";

/** What a file for the planner alone says in its member `internal`. */
export const INTERNAL: Text = catalogue("report.internal", {
  da: "Internt: indeholder grupper på under fem elever og må ikke offentliggøres eller gives videre.",
  en: "Internal: holds groups of fewer than five pupils and must not be published or passed on.",
});
const INTERNAL_MARK = `${INTERNAL.da} / ${INTERNAL.en}`;

export const audienceOf = (path: string): Audience => (/\.internal\.[^./\\]+$/i.test(path) ? "planner" : "anyone");

/** The member that marks a file for the planner alone. */
export const internalMark = (audience: Audience): { readonly internal?: string } =>
  audience === "planner" ? { internal: INTERNAL_MARK } : {};
