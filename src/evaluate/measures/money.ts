import type { CostCategory } from "../../domain/cost-items.ts";
import { catalogue, type Text } from "../../domain/language.ts";
import { type MeasureRow } from "./measure.ts";

const money = <const Key extends string>(key: Key, category: CostCategory, label: Text, explanation: Text) =>
  ({
    key,
    group: "money",
    unit: "kroner",
    better: "higher",
    version: 3,
    label,
    explanation,
    compute: (plan) => plan.money?.saving[category].mid,
    range: (plan) => plan.money?.saving[category],
  }) as const satisfies MeasureRow;

export const MONEY_MEASURES = catalogue("evaluate.measures.money", [
  {
    key: "saving",
    places: { list: 2, pair: 1, decision: 4, alike: 1, compare: 6 },
    verdict: 1,
    group: "money",
    unit: "kroner",
    better: "higher",
    version: 5,
    label: { da: "Besparelse pr. år", en: "Yearly saving" },
    explanation: {
      da: "Det, der tæller: ledelse, klasser, bygninger, befordring, privatskoler, elevernes tid (kun hvor nogen har sat en pris på den) og et forslags egne udgifter lagt sammen, mod i dag, når planen virker fuldt ud. Skal lærere og pædagoger friholdes, er klasser ikke med; de står for sig. Gennemsnittet af beregninger, hvor alle priser varierer, i sagens prisår. Minus er en merudgift. Engangsudgifter er ikke med.",
      en: "What counts: leadership, classes, buildings, transport, private schools, pupils' time (only where somebody has priced it) and a proposal's own costs added up, against today, once the plan has its full effect. Where teachers and pedagogues are to be spared, classes are not in it; they stand by themselves. The mean of computations in which all prices vary, in the case's price year. Minus is an extra cost. One-off costs are not in it.",
    },
    compute: ({ money: known }) => known?.counted.mid,
    range: ({ money: known }) => known?.counted,
  },
  money(
    "saving-leadership",
    "leadership",
    { da: "Besparelse: ledelse", en: "Saving: leadership" },
    {
      da: "Hvad skolernes ledelse og administration koster i dag, mindre det, den koster i planen: en leder for hver selvstændig skole, en afdelingsleder for hver afdeling derudover, et kontor efter elevtallet og det, en selvstændig skole ellers koster. Af en planlagt besparelse regnes kun den del med, der erfaringsmæssigt kommer; en merudgift kommer helt.",
      en: "What leading and running the schools costs today, less what it costs in the plan: a leader for each independent school, a deputy for each further site, an office by the number of pupils, and what else an independent school costs. Of a planned saving only the share that comes is counted; an extra cost comes in full.",
    },
  ),
  money(
    "saving-classes",
    "classes",
    { da: "Besparelse: klasser", en: "Saving: classes" },
    {
      da: "De klasser, der er færre at vente, gange prisen for en klasse gange den del, der erfaringsmæssigt kommer. Hvor mange der er at vente, følger af skolens elever på trinnet, når årgange svinger fra år til år, og små skoler læser årgange sammen; ikke af, hvordan årgangene falder ud netop i år. Det er penge til undervisning: skal lærere og pædagoger friholdes, tæller de ikke med.",
      en: "The classes fewer that are to be expected, times the price of a class times the share that comes. How many are to be expected follows from the school's pupils of the band, with cohorts that vary from year to year and small schools that teach grades together; not from how cohorts fall out this very year. This is teaching money: where teachers and pedagogues are to be spared, it does not count.",
    },
  ),
  money(
    "saving-buildings",
    "buildings",
    { da: "Besparelse: bygninger", en: "Saving: buildings" },
    {
      da: "Areal, der ikke skal drives mere, gange drift pr. m² gange den del, der kommer; små skoler har mere plads pr. elev, og skoler med egne m² eller eget regnskab regnes efter dem. Elever uden plads koster pavilloner.",
      en: "Area that need not be run any more, times running costs per m² times the share that comes; small schools have more room per pupil, and schools with their own m² or accounts go by them. Pupils without a place cost pavilions.",
    },
  ),
  money(
    "saving-transport",
    "transport",
    { da: "Besparelse: befordring", en: "Saving: transport" },
    {
      da: "Færre elever med ret til befordring gange det, en ret koster: et buskort, hvor en offentlig bus passer, ellers kommunens egen bus eller en taxa. Hvor mange bussen passer for, vides ikke; spændet rummer både alle og ingen.",
      en: "Fewer pupils with a right to transport times what a right costs: a travel card where a public bus serves, else the municipality's own bus or a taxi. How many the bus serves is not known; the range holds both all and none.",
    },
  ),
  {
    ...money(
      "saving-private",
      "private",
      { da: "Besparelse: privatskoler", en: "Saving: private schools" },
      {
        da: "Familier, der vælger privatskole på grund af planen, gange kommunens bidrag til privatskolen, mindre det, kommunen sparer på sine egne skoler. For dem i 0.-3. klasse, der går i SFO, kommer bidraget til privatskolens SFO og forældrenes mistede betaling til, mindre det, kommunens SFO sparer.",
        en: "Families who choose a private school because of the plan, times the municipality's contribution to it, less what it saves at its own schools. For those in grades 0-3 in after-school care the contribution to the private school's care and the parents' payment that is lost come on top, less what the municipality's care saves.",
      },
    ),
    version: 4,
    plain: {
      da: "Familier, der vælger privatskole på grund af planen, gange det offentliges bidrag til privatskolen, mindre det, der spares på de offentlige skoler. For de yngste klassetrin, der går i fritidsordning, kommer bidraget til privatskolens fritidsordning og forældrenes mistede betaling til, mindre det, som den offentlige fritidsordning sparer.",
      en: "Families who choose a private school because of the plan, times the public contribution to it, less what is saved at the public schools. For the youngest grades in after-school care the contribution to the private school's care and the parents' payment that is lost come on top, less what the public care saves.",
    },
  },
  {
    ...money(
      "saving-time",
      "time",
      {
        da: "Besparelse: elevernes tid, hvor en time har en pris",
        en: "Saving: pupils' time, where an hour has a price",
      },
      {
        da: "Elevernes timer på skolevejen om året, som planen sparer, gange den pris pr. time, som nogen selv har sat. Uden en pris er timerne ikke penge og står kun for sig.",
        en: "Pupils' hours on the way to school that the plan saves a year, times the price of an hour that somebody has set. Without a price hours are no money and stand by themselves only.",
      },
    ),
    version: 1,
    compute: (plan) => (plan.money?.isTimePriced ? plan.money.saving.time.mid : undefined),
    range: (plan) => (plan.money?.isTimePriced ? plan.money.saving.time : undefined),
  },
  {
    ...money(
      "saving-assumed",
      "assumed",
      { da: "Besparelse: forslagets egne udgifter (minus)", en: "Saving: the proposal's own costs (minus)" },
      {
        da: "Årlige udgifter, som forslaget selv forudsætter, med forslagsstillerens egne ord og tal. De står ikke i sagens filer, og ingen anden plan regnes med dem.",
        en: "Yearly costs that the proposal itself assumes, in the proposer's own words and figures. They are not in the case's files, and no other plan is measured with them.",
      },
    ),
    version: 1,
    compute: (plan) => (plan.money?.drivers.assumed ? plan.money.saving.assumed.mid : undefined),
    range: (plan) => (plan.money?.drivers.assumed ? plan.money.saving.assumed : undefined),
  },
  {
    key: "leavers",
    group: "money",
    unit: "pupils",
    better: "lower",
    label: { da: "Elever, der skønnes at vælge privatskole", en: "Pupils expected to choose a private school" },
    explanation: {
      da: "Skøn: en del af eleverne fra skoler, der lukker, og af dem, der får meget længere til skole. Kundby er det dokumenterede tilfælde.",
      en: "Estimate: a share of the pupils of schools that close, and of those whose way becomes much longer. Kundby is the documented case.",
    },
    plain: {
      da: "Skøn: en del af eleverne fra skoler, der lukker, og af dem, der får meget længere til skole.",
      en: "Estimate: a share of the pupils of schools that close, and of those whose way becomes much longer.",
    },
    compute: (plan) => plan.money?.leavers,
  },
  money(
    "one-off",
    "one-off",
    { da: "Engangsudgifter (minus)", en: "One-off costs (minus)" },
    {
      da: "Elever, der skifter skole, gange prisen for at flytte én, og de engangsudgifter, som et forslag selv forudsætter. Betales én gang og er ikke med i den årlige besparelse.",
      en: "Pupils who change school times the price of moving one, and the one-off costs that a proposal itself assumes. Paid once, and not part of the yearly saving.",
    },
  ),
] as const satisfies readonly MeasureRow[]);
