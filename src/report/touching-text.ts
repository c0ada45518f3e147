import { CONTIGUITY_RULES, type ContiguityRule, IN_DOUBT } from "../domain/contiguity.ts";
import { catalogue, inBoth, type Text } from "../domain/language.ts";
import { fillText, formatNumber } from "./format.ts";

/** What the number of a list's plans rests on. */
interface TouchingFacts {
  readonly count: number;
  readonly pairs: number;
  readonly what: "districts" | "sites";
  readonly rule: ContiguityRule;
  /** Pairs in doubt. */
  readonly doubtful: number;
  /** Plans with one of them the other way round; absent where they are not counted. */
  readonly least?: number;
  readonly most?: number;
}

const RESTS: Readonly<Record<TouchingFacts["what"], Text>> = catalogue("report.touching.rests", {
  districts: {
    da: "Tallet {count, number} hviler på, at {pairs, plural, one {# par} other {# par}} af dagens distrikter grænser op til hinanden {rule}.",
    en: "The number {count, number} rests on {pairs, plural, one {# pair} other {# pairs}} of today's districts that touch {rule}.",
  },
  sites: {
    da: "Tallet {count, number} hviler på, at {pairs, plural, one {# par} other {# par}} af dagens skoleområder grænser op til hinanden {rule}.",
    en: "The number {count, number} rests on {pairs, plural, one {# pair} other {# pairs}} of today's school areas that touch {rule}.",
  },
});
const DOUBTFUL: Text = catalogue("report.touching.doubtful", {
  da: "For {doubtful, plural, one {ét par} other {# par}} er det usikkert, for de har under {km} km fælles grænse eller ligger under {km} km fra hinanden. Ændres ét af dem, er der {span} planer.",
  en: "For {doubtful, plural, one {one pair} other {# pairs}} it is unsure: they share less than {km} km of border, or lie less than {km} km apart. With one of them changed there are {span} plans.",
});
const BETWEEN: Text = catalogue("report.touching.between", {
  da: "mellem {least, number} og {most, number}",
  en: "between {least, number} and {most, number}",
});

/** In a sentence or two, as the page and the terminal say it. */
export function touchingSentence({ count, pairs, what, rule, doubtful, least, most }: TouchingFacts): Text {
  const { name } = CONTIGUITY_RULES[rule];
  const km = IN_DOUBT / 1000;
  return inBoth((language) => {
    const first = fillText(RESTS[what], language, { count, pairs, rule: name[language] });
    if (least === undefined || most === undefined) return first;
    const span = least === most ? formatNumber(least, 0, language) : fillText(BETWEEN, language, { least, most });
    return `${first} ${fillText(DOUBTFUL, language, { doubtful, km, span })}`;
  });
}
