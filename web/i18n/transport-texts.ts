/** Texts about school buses and about the law's calendar. */
export const daTransport = {
  "buses.show": "Vis skolebusser",
  "buses.hide": "Skjul skolebusser",
  "buses.waiting": "Lægger ruter",
  "buses.title": "Skolebusser til alle, der har ret",
  "buses.none": "Ingen elev har ret til befordring i planen.",
  "buses.vehicles": "Busser",
  "buses.kilometres": "Km om dagen",
  "buses.taxi": "Elever i taxa",
  "buses.longest": "Længste tur, minutter",
  "buses.price": "Med skolebusser: {amount} om året",
  "buses.cards": "Med buskort: {amount} om året",
  "buses.which":
    "Buskort kræver, at en offentlig bus kører. Data viser ikke, hvor der kører bus; derfor vises begge priser. Kun buskort indgår i planens økonomi.",
  "buses.ride": "Længste tur i bussen, minutter",
  "buses.ride.problem": "Skriv et helt tal fra {least} til {most}.",
  "buses.sites": "Skole for skole",
  "buses.site": "Skole",
  "buses.rights": "Ret",
  "buses.cheaper": "Billigst",
  "buses.cheaper.cards": "buskort",
  "buses.cheaper.buses": "skolebus",
  "buses.how": "Sådan er ruterne lagt",
  "buses.how.text":
    "Elever med ret, der bor inden for {radius} m af hinanden, deler et stop. En bus har {seats} pladser og holder {stop, plural, one {ét minut} other {# minutter}} ved hvert stop. Der køres {days} skoledage, morgen og eftermiddag. Få elever langt fra hinanden kører i taxa, når det er billigere.",
  "buses.how.bound":
    "Før nogen får taxa: {vehicles} busser og {kilometres} km om dagen. Ingen køreplan klarer det med under {fewest} busser og {least} km.",
  "legend.buses": "skolebus med stop",
  "law.title": "Lovens frister for planen",
  "law.start": "Fra august",
  "law.none": "Ingen skole ophører. Loven kræver ingen særlig procedure.",
  "law.ceases":
    "{count, plural, one {Én skole ophører som selvstændig} other {{text} skoler ophører som selvstændige}}: {list}.",
  "law.closes":
    "{count, plural, one {En afdeling lukker} other {{text} afdelinger lukker}} i skoler, der fortsætter: {list}. Det kræver ikke proceduren.",
  "law.download": "Hent datoerne til din kalender (.ics)",
  "law.rule": "Hvad siger loven?",
} as const;

export const enTransport: Readonly<Record<keyof typeof daTransport, string>> = {
  "buses.show": "Show school buses",
  "buses.hide": "Hide school buses",
  "buses.waiting": "Planning routes",
  "buses.title": "School buses for everyone with the right",
  "buses.none": "No pupil has a right to transport in the plan.",
  "buses.vehicles": "Buses",
  "buses.kilometres": "Km a day",
  "buses.taxi": "Pupils by taxi",
  "buses.longest": "Longest ride, minutes",
  "buses.price": "With school buses: {amount} a year",
  "buses.cards": "With travel cards: {amount} a year",
  "buses.which":
    "Travel cards need a public bus. The data do not say where buses run, so both prices are shown. Only travel cards are in the plan’s money.",
  "buses.ride": "Longest ride on the bus, minutes",
  "buses.ride.problem": "Write a whole number from {least} to {most}.",
  "buses.sites": "School by school",
  "buses.site": "School",
  "buses.rights": "Right",
  "buses.cheaper": "Cheaper",
  "buses.cheaper.cards": "cards",
  "buses.cheaper.buses": "bus",
  "buses.how": "How the routes are planned",
  "buses.how.text":
    "Pupils with the right who live within {radius} m of each other share a stop. A bus has {seats} seats and stands {stop, plural, one {one minute} other {# minutes}} at each stop. It runs on {days} school days, morning and afternoon. Few pupils far apart go by taxi where that is cheaper.",
  "buses.how.bound":
    "Before anyone is given a taxi: {vehicles} buses and {kilometres} km a day. No timetable does with fewer than {fewest} buses and {least} km.",
  "legend.buses": "school bus with stop",
  "law.title": "Legal deadlines for the plan",
  "law.start": "From August",
  "law.none": "No school ceases. The law asks for no particular procedure.",
  "law.ceases": "{count, plural, one {One school ceases} other {{text} schools cease}} to be independent: {list}.",
  "law.closes":
    "{count, plural, one {One school site closes} other {{text} school sites close}} inside schools that go on: {list}. That does not need the procedure.",
  "law.download": "Download the dates for your calendar (.ics)",
  "law.rule": "What does the law say?",
};
