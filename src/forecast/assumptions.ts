import { filled, inBoth, perLanguage, type Text } from "../domain/language.ts";
import type { Entrants } from "./entrants.ts";
import { type ForecastStart, statedBy } from "./start.ts";
import type { OwnTable } from "./own-table.ts";
import { ASSUMPTIONS_TEXT } from "./assumptions-text.ts";

/** What a forecast takes for granted where the case's files say nothing, and what it makes of them where they do. */
export function assumptionsOf(start: ForecastStart, entrants: Entrants, own: OwnTable | undefined): readonly Text[] {
  const { movers, housing } = statedBy(start);
  const names = housing.map(({ name }) => name).join(", ");
  return [
    ...(own ? [ownText(own)] : []),
    ...birthTexts(entrants),
    movers.length > 0 ? ASSUMPTIONS_TEXT.movesAsStated : ASSUMPTIONS_TEXT.movesEven,
    housing.length > 0
      ? filled(housing.length === 1 ? ASSUMPTIONS_TEXT.oneProject : ASSUMPTIONS_TEXT.dwellingsCounted, {
          housing: housing.length,
          names,
        })
      : ASSUMPTIONS_TEXT.dwellingsLeftOut,
  ];
}

const ownText = ({ last }: OwnTable): Text => filled(ASSUMPTIONS_TEXT.scaledToOwnForecast, { last });

const decimals = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);

function birthTexts({ lastBirths, seenShare }: Entrants): readonly Text[] {
  if (lastBirths === undefined) return [ASSUMPTIONS_TEXT.newcomersAsToday];
  const later: Text = filled(ASSUMPTIONS_TEXT.birthsAfterLast, { lastBirths });
  if (seenShare === undefined) return [ASSUMPTIONS_TEXT.gradeFollowsBirthsUntold, later];
  const share = inBoth((language) => decimals(language).format(seenShare));
  return [filled(ASSUMPTIONS_TEXT.gradeFollowsBirths, { share }), later];
}
