import { catalogue, type Language, type Text } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import { isMeasureKey, measureNamed } from "../evaluate/measures/table.ts";
import { countsIn } from "./shown-measures.ts";
import { fillText, formatNumber } from "./format.ts";
import { pupilsNotice } from "./published-text.ts";
import { axisName, axisValue } from "./sweep-table.ts";
import type { SweepTold } from "./sweep-rows.ts";

const TEXT = catalogue("report.sweep-text", {
  scenarios: {
    da: "{name}: {scenarios, plural, one {ét scenarie} other {# scenarier}}.",
    en: "{name}: {scenarios, plural, one {one scenario} other {# scenarios}}.",
  },
  measure: {
    da: "Den bedste plan er den, der har det bedste tal for »{measure}«.",
    en: 'The best plan is the one that has the best figure for "{measure}".',
  },
  goals: {
    da: "Den bedste plan er den, der bedst opfylder spørgsmålets egne mål.",
    en: "The best plan is the one that meets the question's own goals best.",
  },
  one: { da: "Den samme plan er bedst i dem alle: {plan}.", en: "The same plan is best in all of them: {plan}." },
  most: {
    da: "I {about}{in, number} af {scenarios, number} er den samme plan bedst: {plan}.",
    en: "In {about}{in, number} of {scenarios, number} the same plan is best: {plan}.",
  },
  about: { da: "ca. ", en: "about " },
  next: { da: "  {about}{in, number}: {plan}", en: "  {about}{in, number}: {plan}" },
  more: {
    da: "  og {more, plural, one {én plan} other {# planer}} til, som er bedst i færre.",
    en: "  and {more, plural, one {one plan} other {# plans}} more, best in fewer.",
  },
  axis: { da: "{axis}:", en: "{axis}:" },
  value: {
    da: "  {value}: {plan} ({about}{in, number} af {scenarios, number})",
    en: "  {value}: {plan} ({about}{in, number} of {scenarios, number})",
  },
  valueNone: { da: "  {value}: ingen plan", en: "  {value}: no plan" },
  sum: { da: "Svarenes sum: {hash}", en: "Sum of the answers: {hash}" },
});

/** How many of each status there are, where not all are proven. */
const STATUS: Readonly<Record<string, Text>> = catalogue("report.sweep-text.status", {
  stopped: {
    da: "I {about}{count, plural, one {ét scenarie} other {# scenarier}} er planen den bedste, der blev fundet, ikke bevist bedst.",
    en: "In {about}{count, plural, one {one scenario} other {# scenarios}} the plan is the best that was found, not proven best.",
  },
  infeasible: {
    da: "I {about}{count, plural, one {ét scenarie} other {# scenarier}} kan det ikke lade sig gøre; tabellen siger, hvilke krav der støder sammen.",
    en: "In {about}{count, plural, one {one scenario} other {# scenarios}} it cannot be done; the table tells which rules collide.",
  },
  failed: {
    da: "I {about}{count, plural, one {ét scenarie} other {# scenarier}} kom der intet svar; tabellen siger hvorfor.",
    en: "In {about}{count, plural, one {one scenario} other {# scenarios}} there was no answer; the table tells why.",
  },
});

/** Plans and values that are named before the rest is counted. */
const MOST_NAMED = 5;

/** What a sweep came to, for whoever stands at the terminal; the table holds the rest. */
export function sweepText(basis: Basis, { head, summary }: SweepTold, language: Language): string {
  const { scenarios, plans } = summary;
  const about = countsIn(basis) === "exactly" ? "" : TEXT.about[language];
  const say = (text: Text, values: Parameters<typeof fillText>[2] = {}): string =>
    fillText(text, language, { about, scenarios, ...values });
  const notice = pupilsNotice(basis.municipality.info);
  const measure = head.sort !== undefined && isMeasureKey(head.sort) ? measureNamed(head.sort) : undefined;
  const [first, ...others] = plans;
  const statuses = Object.entries(summary.statuses).flatMap(([status, count]) => {
    const text = STATUS[status];
    return text && count !== undefined && count > 0 ? [say(text, { count })] : [];
  });
  const isAll = plans.length === 1 && first.in === scenarios;
  return [
    say(TEXT.scenarios, { name: basis.municipality.info.name }),
    ...(notice ? [notice[language]] : []),
    ...(first ? [measure ? say(TEXT.measure, { measure: measure.label[language] }) : say(TEXT.goals)] : []),
    ...(first ? [say(isAll ? TEXT.one : TEXT.most, { in: first.in, plan: first.name[language] })] : []),
    ...others.slice(0, MOST_NAMED).map((plan) => say(TEXT.next, { in: plan.in, plan: plan.name[language] })),
    ...(others.length > MOST_NAMED ? [say(TEXT.more, { more: others.length - MOST_NAMED })] : []),
    ...statuses,
    ...axisLines(basis, summary, language, say),
    ...(summary.hash === undefined ? [] : [say(TEXT.sum, { hash: summary.hash })]),
  ].join("\n");
}

function axisLines(
  basis: Basis,
  { axes }: SweepTold["summary"],
  language: Language,
  say: (text: Text, values: Parameters<typeof fillText>[2]) => string,
): readonly string[] {
  return axes.flatMap(({ axis, value, scenarios, plan, in: count }, i) => {
    const written = axisValue(basis, axis, value, language);
    const shown = axis === "growth" ? percent(written, language) : String(written);
    return [
      ...(axes[i - 1]?.axis === axis ? [] : [say(TEXT.axis, { axis: axisName(axis, language) })]),
      plan
        ? say(TEXT.value, { value: shown, plan: plan.name[language], in: count, scenarios })
        : say(TEXT.valueNone, { value: shown }),
    ];
  });
}

/** "+10 %". */
const percent = (share: string | number, language: Language): string =>
  `${formatNumber(100 * Number(share), Number.isInteger(Math.round(1e6 * Number(share)) / 1e4) ? 0 : 1, language, "always")} %`;
