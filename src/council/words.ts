import { catalogue, inBoth, type Text } from "../domain/language.ts";

/** Words of what is handed to a council. */
export const COUNCIL_WORDS = catalogue("council", {
  handed: { da: "Forslag til byrådet i {place}", en: "Proposal for the council of {place}" },
  from: {
    da: "Tegnet i rummet »{room}« og låst {at}. Tallene gælder skoleåret {year}; beløb er i {price}-priser.",
    en: 'Drawn in the room "{room}" and locked {at}. The figures are of the school year {year}, at prices of {price}.',
  },
  why: { da: "Begrundelse", en: "Why" },
  what: { da: "Hvad det ændrer", en: "What it changes" },
  nothing: { da: "Intet er anderledes end i dag.", en: "Nothing is other than today." },
  closed: { da: "Lukkede skoler: {list}", en: "Closed schools: {list}" },
  opened: { da: "Åbnede skoler: {list}", en: "Opened schools: {list}" },
  new: { da: "Nye skoler: {list}", en: "New schools: {list}" },
  sameSchools: { da: "Der undervises på de samme skoler som i dag.", en: "The same schools teach as today." },
  district: { da: "{name}: {list}", en: "{name}: {list}" },
  noSchools: { da: "ingen skole", en: "no school" },
  districts: { da: "Distrikter og deres skoler", en: "Districts and their schools" },
  map: { da: "Kort over forslaget", en: "Map of the proposal" },
  mapWords: {
    da: "Kortet viser forslagets distrikter, hvert i sin farve. Det samme i ord står under »Hvad det ændrer«.",
    en: 'The map shows the districts of the proposal, each in its colour. The same stands in words under "What it changes".',
  },
  credit: { da: "Kort: © OpenStreetMap", en: "Map: © OpenStreetMap" },
  main: { da: "De vigtigste tal", en: "The main figures" },
  all: { da: "Alle tal", en: "All figures" },
  fives: {
    da: "Elevtal er afrundet til nærmeste fem, også hvor elever er opdigtede og står uden afrunding på programmets side. Et beløb, der ikke er kendt præcist, står med det laveste og det højeste, det kan være.",
    en: "Numbers of pupils are rounded to the nearest five, also where pupils are made up and stand unrounded on the program's page. A sum that is not known exactly stands with the lowest and the highest that it can be.",
  },
  few: {
    da: "»<5« er en til fire elever; så få vises ikke, for at ingen skal kunne kende dem.",
    en: '"<5" is one to four pupils; so few are not shown, so that nobody can tell who they are.',
  },
  hidden: {
    da: "»Skjult« er et tal, som man sammen med de andre tal kunne bruge til at regne ud, hvor få elever der er tale om et sted. »ca.« er et sådant tal, der er afrundet af samme grund.",
    en: '"Hidden" is a number by which, together with the others, one could work out how few pupils there are somewhere. "About" is such a number that was rounded for the same reason.',
  },
  procedure: { da: "Hvad loven kræver", en: "What the law asks" },
  procedurePlain: { da: "Hvad der skal besluttes", en: "What is to be decided" },
  procedureHow: {
    da: "Fristerne følger af det år, forslaget skal træde i kraft; programmet regner dem ud. Et medlem af byrådet, der er imod, kan forlange sin afvigende mening offentliggjort sammen med forslaget.",
    en: "The time limits follow from the year in which the proposal is to come into force; the program works them out. A member of the council who is against it may demand that a dissenting opinion is published with the proposal.",
  },
  saving: { da: "Hvad besparelsen består af", en: "What the saving consists of" },
  savingPart: { da: "Del", en: "Part" },
  savingSum: { da: "Besparelse om året i alt", en: "Yearly saving in all" },
  kroner: { da: "{currency} om året", en: "{currency} a year" },
  span: { da: "{low} til {high}", en: "{low} to {high}" },
  savingHow: {
    da: "Bedste bud i hele tusinde {currencyName}, når forslaget virker fuldt ud. Minus er en merudgift.",
    en: "Best estimate in whole thousands of {currencyName}, once the proposal has its full effect. Minus is an extra cost.",
  },
  teachingApart: {
    da: "Undervisning (klasser), {kroner} {currency} om året, er ikke med i summen: lærere og pædagoger skal friholdes.",
    en: "Teaching (classes), {currency} {kroner} a year, is not in the sum: teachers and pedagogues are to be spared.",
  },
  onceApart: {
    da: "Engangsudgifter, {kroner} {currency}, betales én gang og er ikke med i summen.",
    en: "One-off costs, {currency} {kroner}, are paid once and are not in the sum.",
  },
  problems: { da: "Problemer i forslaget", en: "Problems of the proposal" },
  noProblems: {
    da: "Alle elever har en skole, og programmet har ikke fundet problemer.",
    en: "Every pupil has a school, and the program has found no problems.",
  },
  priorities: { da: "Hvad rummet fandt vigtigst", en: "What mattered most to the room" },
  noPriorities: { da: "Der er ikke stemt om, hvad der er vigtigst.", en: "There was no vote on what matters most." },
  key: {
    da: "Farver og bogstaver er forslagets distrikter. Cirklerne er skoler med deres klassetrin, og en cirkel med en skråstreg er en skole, som forslaget lukker; er den lille og lys, er skolen lukket allerede i dag. En optrukket linje er en grænse i forslaget, en stiplet er en grænse i dag, som forslaget fjerner.",
    en: "Colours and letters are the districts of the proposal. The circles are schools with their grades, and a circle with a stroke through it is a school that the proposal closes; where it is small and pale, the school is closed already today. A solid line is a border of the proposal, a dashed one a border of today that the proposal removes.",
  },
  measure: { da: "Tal", en: "Figure" },
  today: { da: "I dag", en: "Today" },
  proposal: { da: "Forslaget", en: "The proposal" },
  low: { da: "lavest", en: "lowest" },
  mid: { da: "midt", en: "middle" },
  high: { da: "højest", en: "highest" },
  assumes: { da: "Hvad forslaget forudsætter", en: "What the proposal takes for granted" },
  assumesNothing: {
    da: "Intet ud over sagens egne oplysninger.",
    en: "Nothing beyond what the case's own files say.",
  },
  for: { da: "Argumenter for", en: "Reasons for" },
  against: { da: "Argumenter imod", en: "Reasons against" },
  question: { da: "Spørgsmål", en: "Questions" },
  remark: { da: "Bemærkninger", en: "Remarks" },
  on: { da: "Om {what}: {text}", en: "On {what}: {text}" },
  called: {
    da: "{text} (skrevet, da forslaget hed »{name}«)",
    en: '{text} (written when the proposal was called "{name}")',
  },
  of: { da: "{text} (skrevet om »{name}«)", en: '{text} (written of "{name}")' },
  since: {
    da: "{text} (skrevet om »{name}«, efter at forslagene blev samlet)",
    en: '{text} (written of "{name}" after the proposals were joined)',
  },
  joins: {
    da: "Forslaget er samlet af »{first}« og »{second}«. Argumenter og bemærkninger om dem står her også; det er sagt, hvad der er skrevet, efter at de blev samlet.",
    en: 'The proposal was joined from "{first}" and "{second}". What was said of those stands here too; what was said after they were joined is marked.',
  },
  answer: { da: "Svar: {text}", en: "Answer: {text}" },
  dissent: { da: "Det siger de, der er imod", en: "What those say who are against" },
  nothingSaid: { da: "Der er ikke skrevet noget.", en: "Nothing was written." },
  votes: { da: "Afstemninger", en: "Votes" },
  noVotes: { da: "Der er ikke stemt om forslaget.", en: "There was no vote on the proposal." },
  status: { da: "Hvad der siden er sket", en: "What has come of it" },
  noStatus: { da: "Der er ikke sket noget endnu.", en: "Nothing yet." },
  check: { da: "Efterregn tallene", en: "Check it" },
  checkHow: {
    da: "Filen herunder rummer forslaget, som det blev låst, og alle tallene. Slip den på programmets side, eller skriv »npx skoledistrikt verify forslag.json MAPPE«; så regnes hvert tal ud på ny, og det bliver sagt, om det stemmer.",
    en: 'The file below holds the proposal as it was locked, and all figures. Drop it on the program\'s page, or type "npx skoledistrikt verify proposal.json FOLDER"; then every figure is worked out anew, and it is said whether it agrees.',
  },
  file: { da: "Hent forslaget og tallene som fil", en: "Get the proposal and the figures as a file" },
  dataHash: { da: "Kontrolsum af sagens data (SHA-256)", en: "Sum of the case's data (SHA-256)" },
  hash: { da: "Kontrolsum af forslaget (SHA-256)", en: "Sum of the proposal (SHA-256)" },
  version: { da: "Version: skridt {number} i rummet", en: "Version: no. {number} in the room's log" },
} as const satisfies Readonly<Record<string, Text>>);

/** Whose a figure is: the proposal's, today's, an end of its range, or a plan's by its id. */
export const ofWords = (of: string): Text =>
  of === "proposal" || of === "today" || of === "low" || of === "mid" || of === "high"
    ? COUNCIL_WORDS[of]
    : inBoth(() => of);
