/** Texts about money: what a plan saves, the target, the years, teaching. */
export const daMoney = {
  "money.title": "Økonomi",
  "money.headline": "mio. kr. sparet om året",
  "money.headline.cost": "mio. kr. dyrere om året",
  "money.between": "mellem {low} og {high}",
  "money.between.saved": "mellem {low} i merudgift og {high} sparet",
  "money.between.cost": "mellem {low} sparet og {high} i merudgift",
  "money.between.why":
    "Det er de yderste bud: alle priser lavest eller højest på én gang. Under »Hvad betyder planen?« trækkes hver pris for sig, og elevtallet med. Derfor er spændet et andet dér.",
  "money.span": "{mid} ({low} til {high})",
  "money.small": "{mid} kr.",
  "money.small.range": "{mid} ({low} til {high}) kr.",
  "money.dearer": "{amount} dyrere",
  "money.total": "I alt",
  "money.millions": "Mio. kr. om året",
  "money.middle":
    "Regnet i midten af alle forudsætninger. Laveste og højeste bud er de yderste, de tilsammen kan give.",
  "money.unchanged": "Ingen ændring: {list}",
  "money.unchanged.why": "Planen ændrer ikke det, som disse udgifter følger.",
  "money.formula":
    "Summen af linjerne ovenfor, hver med sit eget regnestykke. Engangsudgifter står for sig. Alle beløb er i {year}-priser.",
  "money.formula.spared":
    "Summen af linjerne ovenfor, hver med sit eget regnestykke, uden undervisning: den skal friholdes og tæller ikke med. Engangsudgifter står for sig. Alle beløb er i {year}-priser.",
  "teaching.spared": "De penge tæller ikke med i besparelsen.",
  "teaching.untouched": "Undervisningen er urørt: lige så mange klasser og lærere som i dag.",
  "teaching.falls":
    "Pengene til undervisning falder med {amount} om året. Det svarer til {positions} lærerstillinger færre.",
  "teaching.rises":
    "Pengene til undervisning stiger med {amount} om året. Det svarer til {positions} lærerstillinger flere.",
  "target.title": "Byrådets mål",
  "target.found": "Fundet {mid} ({low} til {high}) af {target} mio. kr. om året",
  "target.found.exact": "Fundet {mid} af {target} mio. kr. om året",
  "target.none": "Intet fundet af de {target} mio. kr.: planen er {amount} dyrere om året.",
  "target.missing": "Mangler {amount}",
  "target.reached": "Målet er nået",
  "target.how": "Hvad tæller med",
  "target.withoutTeaching": "Penge til undervisning tæller ikke med: lærere og pædagoger skal friholdes.",
  "target.withTeaching": "Penge til undervisning tæller med.",
  "target.prices": "Alt i {year}-priser.",
  "range.low": "Lavt",
  "range.mid": "Midt",
  "range.high": "Højt",
  "years.title": "År for år: {amount} mio. kr. i {year}",
  "years.year": "År",
  "years.inYear": "Mio. kr. i året",
  "years.inAll": "I alt siden start",
  "years.why":
    "Fra august, så det første år er fem måneder. Besparelser vokser til fuld størrelse; merudgifter er der fra første dag; engangsudgifter falder i det første år.",
  "how.owner": "Spørg",
} as const;

export const enMoney: Readonly<Record<keyof typeof daMoney, string>> = {
  "money.title": "Money",
  "money.headline": "million DKK saved a year",
  "money.headline.cost": "million DKK more a year",
  "money.between": "between {low} and {high}",
  "money.between.saved": "between {low} of extra cost and {high} saved",
  "money.between.cost": "between {low} saved and {high} of extra cost",
  "money.between.why":
    "These are the outermost: every price lowest or highest at once. Under “What does the plan mean?” each price is drawn by itself, and pupil numbers too. So the range there is another.",
  "money.span": "{mid} ({low} to {high})",
  "money.small": "{mid} DKK",
  "money.small.range": "{mid} ({low} to {high}) DKK",
  "money.dearer": "costs {amount} more",
  "money.total": "Total",
  "money.millions": "Million DKK a year",
  "money.middle":
    "Worked out in the middle of every assumption. Lowest and highest are the farthest they can give together.",
  "money.unchanged": "No change: {list}",
  "money.unchanged.why": "The plan does not change what these costs follow.",
  "money.formula":
    "The sum of the lines above, each with its own arithmetic. One-off costs stand by themselves. All amounts are in prices of {year}.",
  "money.formula.spared":
    "The lines above added up, each with its own calculation, without teaching: it is to be spared and does not count. One-off costs stand by themselves. All amounts are in prices of {year}.",
  "teaching.spared": "That money does not count as saved.",
  "teaching.untouched": "Teaching is untouched: as many classes and teachers as today.",
  "teaching.falls":
    "Money for teaching falls by {amount} a year, which corresponds to {positions} fewer teaching posts.",
  "teaching.rises":
    "Money for teaching rises by {amount} a year, which corresponds to {positions} more teaching posts.",
  "target.title": "The council's target",
  "target.found": "Found {mid} ({low} to {high}) of {target} million DKK a year",
  "target.found.exact": "Found {mid} of {target} million DKK a year",
  "target.none": "Nothing found of the {target} million DKK: the plan costs {amount} more a year.",
  "target.missing": "{amount} missing",
  "target.reached": "The target is reached",
  "target.how": "What counts",
  "target.withoutTeaching": "Money for teaching does not count: teachers and pedagogues are to be spared.",
  "target.withTeaching": "Money for teaching counts.",
  "target.prices": "All in prices of {year}.",
  "range.low": "Low",
  "range.mid": "Middle",
  "range.high": "High",
  "years.title": "Year by year: {amount} million DKK in {year}",
  "years.year": "Year",
  "years.inYear": "Million DKK in the year",
  "years.inAll": "Total since the start",
  "years.why":
    "From August, so the first year is five months. Savings grow into their full size; extra costs are there from the first day; one-off costs fall in the first year.",
  "how.owner": "Ask",
};
