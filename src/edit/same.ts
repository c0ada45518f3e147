import { BAND_COUNT } from "../domain/grades.ts";
import type { NewSite, ProposalText, SiteState } from "./draft.ts";

export const isSameState = (a: SiteState, b: SiteState): boolean =>
  a.teaches === b.teaches &&
  a.district === b.district &&
  Array.from({ length: BAND_COUNT }).every((_, band) => a.capacity[band] === b.capacity[band]);

export const isSameSite = (a: NewSite, b: NewSite): boolean =>
  a.id === b.id && a.name === b.name && a.lon === b.lon && a.lat === b.lat;

export function isSameText(a: ProposalText, b: ProposalText): boolean {
  const [one, other] = [a.title, b.title];
  const isSameTitle =
    typeof one === "string" || typeof other === "string" ? one === other : one.da === other.da && one.en === other.en;
  return isSameTitle && a.reason === b.reason;
}
