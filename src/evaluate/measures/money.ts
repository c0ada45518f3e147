import type { CostCategory } from "../../cost/parameter.ts";
import type { Text } from "../../domain/language.ts";
import { type MeasureRow } from "./measure.ts";

const money = <const Key extends string>(key: Key, category: CostCategory, label: Text, explanation: Text) =>
  ({
    key,
    group: "money",
    unit: "kroner",
    better: "higher",
    version: 2,
    label,
    explanation,
    compute: (plan) => plan.money?.saving[category].mid,
    range: (plan) => plan.money?.saving[category],
  }) as const satisfies MeasureRow;

export const MONEY_MEASURES = [
  {
    key: "saving",
    places: { list: 2, pair: 1, decision: 4, alike: 1 },
    verdict: 1,
    group: "money",
    unit: "kroner",
    better: "higher",
    version: 3,
    label: { da: "Besparelse pr. år", en: "Yearly saving" },
    explanation: {
      da: "Det, der tæller: ledelse, klasser, bygninger, befordring, privatskoler og et forslags egne udgifter lagt sammen, mod i dag, når planen virker fuldt ud. Skal lærere og pædagoger friholdes, er klasser ikke med; de står for sig. Bedste bud, i sagens prisår. Minus er en merudgift. Engangsudgifter er ikke med.",
      en: "What counts: leadership, classes, buildings, transport, private schools and a proposal's own costs added up, against today, once the plan has its full effect. Where teachers and pedagogues are to be spared, classes are not in it; they stand by themselves. Best estimate, in the case's price year. Minus is an extra cost. One-off costs are not in it.",
    },
    compute: ({ money: known }) => known?.counted.mid,
    range: ({ money: known }) => known?.counted,
  },
  money(
    "saving-leadership",
    "leadership",
    { da: "Besparelse: ledelse", en: "Saving: leadership" },
    {
      da: "Færre distrikter gange besparelsen pr. sammenlagt par, og en afdelingsleder for hver lukket skole, gange den del, der erfaringsmæssigt kommer. Flere distrikter koster prisen for en ekstra skole hver.",
      en: "Fewer districts times the saving per merged pair, and a deputy leader for each closed site, times the share that comes. More districts cost the price of one more school each.",
    },
  ),
  money(
    "saving-classes",
    "classes",
    { da: "Besparelse: klasser", en: "Saving: classes" },
    {
      da: "Færre klasser gange prisen for en klasse gange den del, der erfaringsmæssigt kommer. Det er penge til undervisning: skal lærere og pædagoger friholdes, tæller de ikke med.",
      en: "Fewer classes times the price of a class times the share that comes. This is teaching money: where teachers and pedagogues are to be spared, it does not count.",
    },
  ),
  money(
    "saving-buildings",
    "buildings",
    { da: "Besparelse: bygninger", en: "Saving: buildings" },
    {
      da: "Elever fra lukkede skoler gange areal pr. elev gange drift pr. m² gange den del, der kommer; skoler med eget regnskab efter regnskabet.",
      en: "Pupils of the closed schools times area per pupil times running costs per m² times the share that comes; schools with accounts of their own by their accounts.",
    },
  ),
  money(
    "saving-transport",
    "transport",
    { da: "Besparelse: befordring", en: "Saving: transport" },
    {
      da: "Færre elever med ret til befordring gange prisen for et buskort. Skolebusser regnes for sig, hvor ingen offentlig bus kører.",
      en: "Fewer pupils with a right to transport times the price of a travel card. School buses are worked out by themselves, where no public bus runs.",
    },
  ),
  money(
    "saving-private",
    "private",
    { da: "Besparelse: privatskoler", en: "Saving: private schools" },
    {
      da: "Familier, der vælger privatskole på grund af planen, gange kommunens bidrag til privatskolen, mindre det, kommunen sparer på sine egne skoler.",
      en: "Families who choose a private school because of the plan, times the municipality's contribution to it, less what it saves at its own schools.",
    },
  ),
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
] as const satisfies readonly MeasureRow[];
