import { counted, numeral } from "../../domain/counted.ts";
import { BANDS, writtenGrades } from "../../domain/grades.ts";
import type { Text } from "../../domain/language.ts";
import type { Municipality } from "../../domain/municipality.ts";
import type { Plan } from "../../domain/plan.ts";
import type { RedrawQuestion, RedrawRule } from "../../domain/question.ts";

/** " i 0.-3. klasse" where only one band's pupils are to be as many in each district. */
export const bandInWords = (balance: RedrawQuestion["balance"]): Text =>
  balance === "pupils"
    ? { da: "", en: "" }
    : { da: ` i ${writtenGrades(BANDS[balance].key).da} klasse`, en: ` in grades ${BANDS[balance].key}` };

/** What a rule names, and whom it counts. */
interface Named {
  readonly municipality: Pick<Municipality, "sites" | "units">;
  readonly baseline: Pick<Plan, "districts">;
  readonly balance: RedrawQuestion["balance"];
}

type RuleOf<Kind extends RedrawRule["kind"]> = Extract<RedrawRule, { readonly kind: Kind }>;

const limited = (words: Text) => (rule: RuleOf<"at-least-pupils" | "at-most-pupils">, named: Named) => {
  const [pupils, column] = [counted(rule.pupils, "pupils"), bandInWords(named.balance)];
  const name = rule.site === undefined ? undefined : named.municipality.sites[rule.site].name;
  return {
    da: `${words.da} ${pupils.da}${column.da} i ${name === undefined ? "hvert distrikt" : `distriktet med ${name}`}`,
    en: `${words.en} ${pupils.en}${column.en} in ${name === undefined ? "every district" : `the district with ${name}`}`,
  };
};

const WORDS: { readonly [Kind in RedrawRule["kind"]]: (rule: RuleOf<Kind>, named: Named) => Text } = {
  farthest: ({ metres }, { balance }) => {
    const column = bandInWords(balance);
    return {
      da: `ingen${column.da} bor mere end ${numeral(metres).da} m i lige linje fra midten af sit distrikt`,
      en: `nobody${column.en} lives more than ${numeral(metres).en} m in a straight line from the middle of their district`,
    };
  },
  "at-least-pupils": limited({ da: "mindst", en: "at least" }),
  "at-most-pupils": limited({ da: "højst", en: "at most" }),
  lock: ({ unit, site }, { municipality }) => ({
    da: `${municipality.units.id[unit]} er i samme distrikt som ${municipality.sites[site].name}`,
    en: `${municipality.units.id[unit]} is in the same district as ${municipality.sites[site].name}`,
  }),
  "held-site": ({ site }, { municipality }) => {
    const { name } = municipality.sites[site];
    return {
      da: `${name} bliver i sit distrikt med de elever, den har`,
      en: `${name} stays in its district with the pupils it has`,
    };
  },
  "held-district": ({ district }, { baseline }) => {
    const { name } = baseline.districts[district];
    return {
      da: `distriktet ${name} beholder sine skoler og deres elever`,
      en: `the district ${name} keeps its schools and their pupils`,
    };
  },
};

/** A rule of new districts in words, with names. */
export function redrawRuleText<Kind extends RedrawRule["kind"]>(
  rule: RuleOf<Kind> & { readonly kind: Kind },
  named: Named,
): Text {
  return WORDS[rule.kind](rule, named);
}
