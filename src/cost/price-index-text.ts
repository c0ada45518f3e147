import type { IndexYear } from "../domain/cost-items.ts";
import { catalogue, filled, type Text } from "../domain/language.ts";
import { STATE_YEARS } from "./price-index.ts";

const SAID = catalogue("cost.price-index.said", {
  ownIndex: {
    da: "sagens eget indeks {from}-{to} ({sources}); før og efter dem den danske stats generelle pris- og lønindeks",
    en: "the case's own index {from}-{to} ({sources}); before and after them the Danish state's general index of wages and prices",
  },
  ownAlone: { da: "sagens eget indeks {from}-{to} ({sources})", en: "the case's own index {from}-{to} ({sources})" },
});

const { first, last } = STATE_YEARS;

const STATE: Text = catalogue("cost.price-index", {
  da: `den danske stats generelle pris- og lønindeks (Økonomistyrelsen, ${first}-${last}; de to sidste år er skøn fra juni 2024). Kommunernes eget (KL) er ikke fundet som tal; efter det, der kan læses, steg det omkring 2 % mere fra 2015 til 2024`,
  en: `the Danish state's general index of wages and prices (Økonomistyrelsen, ${first}-${last}; the last two years are estimates of June 2024). The municipalities' own (KL) was not found as figures; as far as can be read it rose about 2 % more from 2015 to 2024`,
});

/** Which index amounts follow: the case's own for its years, and what stands in before and after them. */
export function priceIndexText(own: readonly IndexYear[] = []): Text {
  if (own.length === 0) return STATE;
  const [from, to] = [own[0].year, own[own.length - 1].year];
  const sources = [...new Set(own.map(({ source }) => source))].join("; ");
  return filled(restsOnState(own) ? SAID.ownIndex : SAID.ownAlone, { from, to, sources });
}

/** Whether the state's index says anything: for years that the case's own leaves out. */
export const restsOnState = (own: readonly IndexYear[] = []): boolean =>
  own.length === 0 || own[0].year > first || own[own.length - 1].year < last;
