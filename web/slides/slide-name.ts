/** Goes before a slide's name in an address; what stands after "#" is sent to no server. */
export const SLIDE_PART = "#slide=";

/** What is shown first. */
export const AGENDA = "agenda";

/**
 * The same slide where only some of the plans are known, `[plan]`: their numbers are others there, and one that shows none of them is the
 * agenda.
 */
export function slideWithout(name: string, known: readonly boolean[]): string {
  const [kind, ...numbers] = name.split("-");
  if (kind !== "plan" && kind !== "beside") return name;
  const kept = numbers.map(Number).filter((plan) => known[plan]);
  const least = kind === "plan" ? 1 : 2;
  if (kept.length < least) return AGENDA;
  return [kind, ...kept.map((plan) => known.slice(0, plan).filter(Boolean).length)].join("-");
}
