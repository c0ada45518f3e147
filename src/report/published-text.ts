import type { Currency } from "../domain/currency.ts";
import { catalogue, inBoth, type Language, moneyWords, type Said, saidIn, type Text } from "../domain/language.ts";
import type { CaseInfo } from "../domain/municipality.ts";
import type { Published } from "../domain/published.ts";
import { measureNamed } from "../evaluate/measures/table.ts";
import { fillText, formatNumber, formatQuantity, type WrittenUnit, writtenUnit } from "./format.ts";

const SAID = catalogue("report.published", {
  notice: {
    da: "Offentlig sag: kommunens {from, number} basisområder er lagt sammen til {areas, number}, og elevtallene er afrundet, så intet område har en til fire elever på et klassetrin. Ingen adresse er en elevs.",
    en: "Published case: the municipality's {from, number} basic units were put together to {areas, number}, and pupils were rounded, so that no area has one to four pupils in a grade. No address is a pupil's.",
  },
  sums: {
    da: "{kept, plural, =0 {Ingen} other {#}} af {of, number} elevtal (efter plan, skole og trin) er som i kommunens egne data.",
    en: "{kept, plural, =0 {None} other {#}} of {of, number} numbers of pupils (by plan, school and grade band) are as in the municipality's own data.",
  },
  errors: {
    da: "Højst så meget afviger tallene fra dem, som kommunens egne data giver:",
    en: "The figures differ from what the municipality's own data give by at most:",
  },
  points: { da: "procentpoint", en: "percentage points" },
});

/** What a published case says of its pupils before any figure. */
const publishedNotice = ({ from, areas }: Published): Text =>
  inBoth((language) => fillText(SAID.notice, language, { from, areas }));

/** What has to be said of a case's pupils wherever figures are: that they are made up, or how they were made fit to be published. */
export const pupilsNotice = ({ syntheticNotice, published }: CaseInfo): Text | undefined =>
  syntheticNotice && published
    ? inBoth((language) => `${syntheticNotice[language]} ${publishedNotice(published)[language]}`)
    : (syntheticNotice ?? (published && publishedNotice(published)));

export const sumsKeptText = ({ sums }: Published, language: Language): string => fillText(SAID.sums, language, sums);

/** What publishing a case changed in a plan's figures: what each is called, and by how much it may be off. */
interface PublishedErrors {
  readonly plan: Said;
  readonly rows: readonly { readonly measure: Text; readonly atMost: Text }[];
}

/** A plan's name by its id; one that the case does not have any more keeps its id. */
export function publishedErrors(
  { plans }: Published,
  titles: readonly { readonly id: string; readonly title: Said }[],
  currency: Currency,
): readonly PublishedErrors[] {
  return plans.map(({ plan, measures }) => ({
    plan: titles.find(({ id }) => id === plan)?.title ?? plan,
    rows: measures.flatMap(({ measure: key, atMost }) => {
      const measure = measureNamed(key);
      return measure
        ? [
            {
              measure: measure.title,
              atMost: inBoth((language) => errorText(atMost, writtenUnit(measure.unit, currency), language)),
            },
          ]
        : [];
    }),
  }));
}

/** Small as it is: 50 metres are not written as 0.1 km. */
function errorText(error: number, unit: WrittenUnit, language: Language): string {
  if (unit === "metres") return `${formatNumber(error, 0, language)} m`;
  if (typeof unit === "object") return `${formatNumber(error, 0, language)} ${moneyWords(unit).currency[language]}`;
  if (unit === "share") return `${formatNumber(100 * error, 1, language)} ${SAID.points[language]}`;
  return formatQuantity(error, unit, language);
}

/** All of it as lines. */
export function publishedText(
  published: Published,
  titles: readonly { readonly id: string; readonly title: Said }[],
  currency: Currency,
  language: Language,
): readonly string[] {
  const plans = publishedErrors(published, titles, currency).flatMap(({ plan, rows }) => [
    saidIn(plan, language),
    ...rows.map(({ measure, atMost }) => `  ${measure[language]}: ${atMost[language]}`),
  ]);
  return [publishedNotice(published)[language], sumsKeptText(published, language), SAID.errors[language], ...plans];
}

/** That figures may be off, over the table of how far. */
export const ERRORS_TITLE: Text = SAID.errors;
