/** Texts for what each requirement of a question costs. */
export const daAskPrice = {
  "prices.title": "Hvad hvert krav koster",
  "prices.more": "{value} mere end uden kravet",
  "prices.less": "{value} mindre end uden kravet",
  "prices.same": "Koster intet her",
  "prices.proven": "Bevist: det bedste med kravet er holdt op mod det bedste uden.",
  "prices.stopped": "Ikke bevist: tiden slap op, så det er et skøn.",
  "prices.beside": "De to planer side om side",
  "prices.beside.about":
    "Elever er talt til nærmeste fem. Penge er bedste bud; hvor sikkert det er, står ved planens konsekvenser.",
  "prices.without": "Uden kravet",
  "prices.with": "Med kravet",
  "prices.bearers": "Vis på kortet, hvem der får længere vej",
  "prices.nobodyFarther": "Ingen får længere vej for kravets skyld.",
  "merge.prices": "Regn også ud, hvad hvert krav koster",
  "prices.unknown": "Der var ikke tid til at regne ud, hvad kravet koster.",
} as const;

export const enAskPrice: Readonly<Record<keyof typeof daAskPrice, string>> = {
  "prices.title": "What each requirement costs",
  "prices.more": "{value} more than without the requirement",
  "prices.less": "{value} less than without the requirement",
  "prices.same": "Costs nothing here",
  "prices.proven": "Proven: the best with the requirement is held against the best without it.",
  "prices.stopped": "Not proven: time ran out, so this is an estimate.",
  "prices.beside": "The two plans side by side",
  "prices.beside.about":
    "Pupils are counted to the nearest five. Money is the best guess; how sure it is stands with the plan's effects.",
  "prices.without": "Without the requirement",
  "prices.with": "With the requirement",
  "prices.bearers": "Show on the map who gets a longer way",
  "prices.nobodyFarther": "Nobody gets a longer way for the requirement.",
  "merge.prices": "Also work out what each requirement costs",
  "prices.unknown": "There was no time to work out what the requirement costs.",
};
