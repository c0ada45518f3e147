import { catalogue, type Text } from "../domain/language.ts";

/** Where those live who lose the right to free transport. */
export const BUS = catalogue("report.council-questions.bus", {
  schools: {
    da: "Efter den skole, de går på i dag: {list}.",
    en: "By the school they go to today: {list}.",
  },
  towns: { da: "Efter hvor de bor: {list}.", en: "By where they live: {list}." },
  withheld: {
    da: "Hvilke skoler og byer de hører til, siges ikke: Så få ville kunne kendes på det.",
    en: "Which schools and towns they belong to is not told: so few could be recognised by it.",
  },
  how: {
    da: "Tallene for skoler og byer er afrundet til nærmeste fem.",
    en: "The numbers for schools and towns are rounded to the nearest five.",
  },
} as const satisfies Record<string, Text>);

/** A group of pupils in a list of schools or towns. */
export const LISTED = catalogue("report.council-questions.listed", {
  some: { da: "{name} {pupils}", en: "{name} {pupils}" },
  about: { da: "{name} ca. {pupils}", en: "{name} about {pupils}" },
  few: { da: "{name} færre end fem", en: "{name} fewer than five" },
} as const satisfies Record<string, Text>);

/** Those of whom no number is told: by themselves, or after the others. */
export const UNTOLD = catalogue("report.council-questions.untold", {
  alone: {
    da: "{names}, hvor antallet er skjult for at beskytte små grupper",
    en: "{names}, whose numbers are hidden to protect small groups",
  },
  besides: {
    da: "{list}, og desuden {names}, hvor antallet er skjult for at beskytte små grupper",
    en: "{list}, and besides {names}, whose numbers are hidden to protect small groups",
  },
} as const satisfies Record<string, Text>);

/** What becomes of a plan's money where less is saved than planned. */
export const FAIL = catalogue("report.council-questions.fail", {
  saves: {
    da: "Den sparer noget i {share} af 100 beregninger{apart}.",
    en: "It saves something in {share} of 100 computations{apart}.",
  },
  nothingPlanned: {
    da: "Planen bygger ikke på en besparelse, der kan udeblive.",
    en: "The plan does not rest on a saving that could fail to come.",
  },
  saved: {
    da: "Kommer intet af det, der er planlagt at spare, sparer planen stadig mellem {least} og {most} mio. {currency} om året i ni ud af ti beregninger{apart}.",
    en: "If nothing comes of what is planned to be saved, the plan still saves between {least} and {most} million {currency} a year in nine of ten computations{apart}.",
  },
  spent: {
    da: "Kommer intet af det, der er planlagt at spare, koster planen mellem {least} og {most} mio. {currency} mere om året end i dag i ni ud af ti beregninger{apart}.",
    en: "If nothing comes of what is planned to be saved, the plan costs between {least} and {most} million {currency} a year more than today in nine of ten computations{apart}.",
  },
  either: {
    da: "Kommer intet af det, der er planlagt at spare, går ni ud af ti beregninger fra {spent} mio. {currency} i merudgift om året til {saved} mio. {currency} sparet{apart}.",
    en: "If nothing comes of what is planned to be saved, nine of ten computations run from {spent} million {currency} of extra cost a year to {saved} million {currency} saved{apart}.",
  },
  nothing: {
    da: "Kommer intet af det, der er planlagt at spare, koster planen det samme om året som i dag: under {least} mio. {currency} fra eller til i ni ud af ti beregninger{apart}.",
    en: "If nothing comes of what is planned to be saved, the plan costs the same a year as today: less than {least} million {currency} either way in nine of ten computations{apart}.",
  },
  breakEven: {
    da: "I gennemsnit skal mindst {share} % af det planlagte komme, før planen ikke koster mere end i dag.",
    en: "On average at least {share}% of what is planned must come before the plan costs no more than today.",
  },
  once: {
    da: "Dertil kommer engangsudgifter på mellem {least} og {most} mio. {currency}, uanset hvor meget der spares.",
    en: "One-off costs of between {least} and {most} million {currency} come on top, however much is saved.",
  },
} as const satisfies Record<string, Text>);

/** What was promised before, against what the model comes to and what came. */
export const LAST = catalogue("report.council-questions.last", {
  saved: {
    da: "{name}: Der blev lovet {promised} mio. {currency} om året.",
    en: "{name}: {promised} million {currency} a year were promised.",
  },
  spent: {
    da: "{name}: Det blev sagt at koste {promised} mio. {currency} mere om året.",
    en: "{name}: It was said to cost {promised} million {currency} a year more.",
  },
  inside: {
    da: "Det er inden for det, modellen regner sig til for {counts} i {year}-priser, {low} til {high}.",
    en: "That is within what the model comes to for {counts} in prices of {year}, {low} to {high}.",
  },
  outside: {
    da: "Det er uden for det, modellen regner sig til for {counts} i {year}-priser, {low} til {high}.",
    en: "That is outside what the model comes to for {counts} in prices of {year}, {low} to {high}.",
  },
  cameInside: {
    da: "Efter opgørelsen bagefter blev det {came} mio. {currency}, inden for de {low} til {high}, der var at vente.",
    en: "By the later accounts it came to {came} million {currency}, within the {low} to {high} that were to be expected.",
  },
  cameOutside: {
    da: "Efter opgørelsen bagefter blev det {came} mio. {currency}, uden for de {low} til {high}, der var at vente.",
    en: "By the later accounts it came to {came} million {currency}, outside the {low} to {high} that were to be expected.",
  },
  why: {
    da: "Spændet ved et løfte er for det alene, som løftet gjaldt, i priserne fra dengang, og uden fradrag for, at besparelser sjældent kommer helt. Derfor er det et andet end spændet for planens egen besparelse.",
    en: "The range beside a promise is of what it was said of alone, in the prices of then, and with nothing taken off for savings that seldom come in full. So it is another than the range of the plan’s own saving.",
  },
} as const satisfies Record<string, Text>);

/** What closing a school would do. */
export const CLOSING = catalogue("report.council-questions.closing", {
  nobody: { da: "Ingen elever går på {school} i planen.", en: "No pupils go to {school} in the plan." },
  moved: {
    da: "Lukker {school}, skal {pupils} gå på en anden skole: {list}. De er fordelt på de nærmeste skoler med plads.",
    en: "If {school} closes, {pupils} have to go to another school: {list}. They are shared out among the nearest schools with room.",
  },
  way: {
    da: "De får i gennemsnit {closed} km til skole. Med skolen åben er det {open} km.",
    en: "On average they get {closed} km to school. With the school open it is {open} km.",
  },
  room: {
    da: "Skolerne har plads til dem.",
    en: "The schools have room for them.",
  },
  noRoom: {
    da: "{pupils} er der ikke plads til på de nærmeste skoler. Hvad det koster at skaffe plads, er ikke regnet med.",
    en: "For {pupils} there is no room at the nearest schools. What it costs to make room is not counted.",
  },
  rights: {
    da: "Ret til gratis befordring: {open} med skolen åben, {closed} med den lukket.",
    en: "Right to free transport: {open} with the school open, {closed} with it closed.",
  },
  saved: {
    da: "Lukningen sparer mellem {least} og {most} mio. {currency} om året i ni ud af ti beregninger{apart}.",
    en: "Closing it saves between {least} and {most} million {currency} a year in nine of ten computations{apart}.",
  },
  spent: {
    da: "Lukningen koster mellem {least} og {most} mio. {currency} mere om året i ni ud af ti beregninger{apart}.",
    en: "Closing it costs between {least} and {most} million {currency} a year more in nine of ten computations{apart}.",
  },
  either: {
    da: "Om lukningen sparer penge, er ikke sikkert: Ni ud af ti beregninger går fra {spent} mio. {currency} i merudgift om året til {saved} mio. {currency} sparet{apart}.",
    en: "Whether closing it saves money is not certain: nine of ten computations run from {spent} million {currency} of extra cost a year to {saved} million {currency} saved{apart}.",
  },
  nothing: {
    da: "Lukningen ændrer udgifterne med under {least} mio. {currency} om året i ni ud af ti beregninger{apart}.",
    en: "Closing it changes the costs by less than {least} million {currency} a year in nine of ten computations{apart}.",
  },
} as const satisfies Record<string, Text>);

/** Pupils in the middle of a sentence. */
export const PUPILS = catalogue("report.council-questions.pupils", {
  some: { da: "{pupils} elever", en: "{pupils} pupils" },
  about: { da: "ca. {pupils} elever", en: "about {pupils} pupils" },
  few: { da: "færre end fem elever", en: "fewer than five pupils" },
  hidden: {
    da: "et antal elever, der er skjult for at beskytte små grupper",
    en: "a number of pupils that is hidden to protect small groups",
  },
} as const satisfies Record<string, Text>);
