import { catalogue, type Language } from "../domain/language.ts";
import type { Basis } from "../evaluate/basis.ts";
import type { PlanYear } from "../evaluate/years.ts";
import { schoolYearText } from "./evaluation-file.ts";
import { gradesOf } from "./forecast-file.ts";
import { type Audience, INTERNAL } from "./internal.ts";
import { tellingTo } from "./telling.ts";
import type { Table } from "./table.ts";

const WORDS = catalogue("report.forecast-table", {
  name: { da: "Elever år for år", en: "Pupils by year" },
  year: { da: "Skoleår", en: "School year" },
  site: { da: "Skole", en: "Site" },
  classes: { da: "Klasser", en: "Classes" },
  over: { da: "Over kapacitet", en: "Over capacity" },
  internal: { da: "Internt", en: "Internal" },
});

/**
 * A row a year and site, a column a grade; as a CSV file also to be read again as the forecast.csv of a case. Few expected pupils are not told
 * but in a file for the planner alone, which says so in its last column.
 */
export function forecastTable(
  basis: Pick<Basis, "municipality">,
  years: readonly PlanYear[],
  language: Language,
  audience: Audience = "anyone",
): Table {
  const { sites, grades } = basis.municipality;
  const telling = tellingTo(basis, audience);
  const columns = [
    { title: WORDS.year[language] },
    { title: WORDS.site[language] },
    ...grades.names.map((title) => ({ title, form: "two-decimals" as const })),
    { title: WORDS.classes[language] },
    ...grades.bands.map(({ key }) => ({ title: `${WORDS.over[language]} ${key}` })),
    ...(audience === "planner" ? [{ title: WORDS.internal[language] }] : []),
  ];
  const rows = years.flatMap((year) =>
    sites.map(({ id }, site) => {
      const classes = gradesOf(grades, year.classes, site).reduce((sum, count) => sum + count, 0);
      const over = grades.bands.map(({ band }) => {
        const breach = year.breaches.find((each) => each.site === site && each.band === band);
        return telling.expected(breach ? breach.pupils - breach.places : 0);
      });
      const pupils = gradesOf(grades, year.pupils, site).map(telling.expected);
      const mark = audience === "planner" ? [INTERNAL[language]] : [];
      return [schoolYearText(year.schoolYear), id, ...pupils, classes, ...over, ...mark];
    }),
  );
  return { name: WORDS.name[language], columns, rows };
}
