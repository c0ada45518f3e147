import type { Text } from "../domain/language.ts";
import type { AssignmentRule, GroupingRule, NetworkRule, RedrawRule } from "../domain/question.ts";

type RuleKind = AssignmentRule["kind"] | NetworkRule["kind"] | GroupingRule["kind"] | RedrawRule["kind"];

/** What a rule of the optimiser asks for, and as what it enters the model. */
interface RulePage {
  readonly name: Text;
  readonly what: Text;
  /** One line of mathematics: x is 1 where unit (and band) i goes to site j, q its pupils, Q places. */
  readonly model: string;
}

/** Every rule that a question may hold. */
export const RULE_PAGES: Readonly<Record<RuleKind, RulePage>> = {
  together: {
    name: { da: "Sammen", en: "Together" },
    what: {
      da: "De nævnte distrikter ender i samme nye distrikt.",
      en: "The districts named end up in one new district.",
    },
    model: "g(a) = g(b)",
  },
  apart: {
    name: { da: "Hver for sig", en: "Apart" },
    what: {
      da: "Ingen to af de nævnte distrikter ender i samme nye distrikt.",
      en: "No two of the districts named end up in one new district.",
    },
    model: "g(a) ≠ g(b)",
  },
  "at-most-pupils": {
    name: { da: "Højst så mange elever i et distrikt", en: "At most so many pupils in a district" },
    what: {
      da: "Ingen af de nye distrikter har flere elever; hvor distrikter tegnes forfra, kan det også gælde det ene, en nævnt skole kommer i.",
      en: "No new district has more pupils; where districts are drawn anew it may be the one alone that a named school comes into.",
    },
    model: "Σ q(d) ≤ n for every new district",
  },
  "at-least-pupils": {
    name: { da: "Mindst så mange elever i et distrikt", en: "At least so many pupils in a district" },
    what: {
      da: "Ingen af de nye distrikter har færre elever; hvor distrikter tegnes forfra, kan det også gælde det ene, en nævnt skole kommer i.",
      en: "No new district has fewer pupils; where districts are drawn anew it may be the one alone that a named school comes into.",
    },
    model: "Σ q(d) ≥ n for every new district",
  },
  capacity: {
    name: { da: "Kapacitet", en: "Capacity" },
    what: {
      da: "Ingen skole får flere elever på et trin, end den har pladser. Uden kravet er kapaciteten blød: målet “overflow” gør det, der er for meget, mindst.",
      en: "No school takes more pupils of a band than it has places. Without the rule capacity is soft: the objective “overflow” makes what is beyond it least.",
    },
    model: "Σᵢ qᵢ xᵢⱼ ≤ Qⱼ",
  },
  "capacity-in-years": {
    name: { da: "Kapacitet i alle år", en: "Capacity in every year" },
    what: {
      da: "Ingen skole får flere elever, end den har pladser, i noget af prognosens valgte år og forløb.",
      en: "No school takes more pupils than it has places in any of the forecast's chosen years and scenarios.",
    },
    model: "Σᵢ qᵢᵧ xᵢⱼ ≤ Qⱼ + ½ for every year y",
  },
  "contiguous-zones": {
    name: { da: "Sammenhængende områder", en: "Contiguous zones" },
    what: {
      da: "Hver skoles område på hvert trin hænger sammen; vand uden færge adskiller, færger forbinder.",
      en: "Every school's zone in every band hangs together; water without a ferry separates, ferries join.",
    },
    model: "xᵢⱼ ≤ Σ xₛⱼ over a separator of i and j (cut in where broken)",
  },
  "keeps-own-unit": {
    name: { da: "Skolen beholder sit eget område", en: "A school keeps its own unit" },
    what: {
      da: "Børn i det basisområde, en skole ligger i, går på den skole.",
      en: "Children of the unit that a school stands in go to that school.",
    },
    model: "xᵢⱼ = 1 for the unit i of site j",
  },
  "nearest-open": {
    name: { da: "Ingen går forbi en åben skole", en: "Nobody passes an open school" },
    what: {
      da: "Alle går på den nærmeste skole, der har deres trin.",
      en: "Everybody goes to the nearest school that teaches their band.",
    },
    model: "xᵢⱼ = 1 only for the nearest j",
  },
  "one-site-for-all-bands": {
    name: { da: "Samme skole på alle trin", en: "One school for all bands" },
    what: {
      da: "Et område, der går på en skole på ét trin, går der på alle de trin, skolen har.",
      en: "A unit that goes to a school in one band goes there in every band that it teaches.",
    },
    model: "x(i,b,j) = x(i,b′,j)",
  },
  "stay-in-district": {
    name: { da: "Bliv i distriktet", en: "Stay in the district" },
    what: {
      da: "Ingen skifter til en skole i et andet distrikt.",
      en: "Nobody changes to a school of another district.",
    },
    model: "xᵢⱼ = 0 for j outside the district",
  },
  "most-moved": {
    name: { da: "Højst så mange skifter skole", en: "At most so many change school" },
    what: { da: "Højst n elever får en anden skole end i dag.", en: "At most n pupils get another school than today." },
    model: "Σᵢ qᵢ (1 − xᵢ,today) ≤ n",
  },
  lock: {
    name: { da: "Lås", en: "Lock" },
    what: {
      da: "Et område går på en bestemt skole på et trin; hvor distrikter tegnes forfra, er det i samme distrikt som skolen.",
      en: "One unit goes to one school in one band; where districts are drawn anew it is in the school's district.",
    },
    model: "xᵢⱼ = 1",
  },
  "longest-way": {
    name: { da: "Længste skolevej", en: "Longest way" },
    what: { da: "Ingen elev på trinnet får længere til skole.", en: "No pupil of the band has a longer way." },
    model: "xᵢⱼ = 0 where the way exceeds the limit",
  },
  feeder: {
    name: { da: "Overgang til udskoling", en: "Feeder link" },
    what: {
      da: "De, der går ud af én skole, fortsætter på en bestemt anden.",
      en: "Those who leave one school go on to one stated other.",
    },
    model: "x(u, next, to) ≥ x(u, last, from)",
  },
  "at-most": {
    name: { da: "Højst så meget af et mål", en: "At most so much of an objective" },
    what: { da: "Et mål må ikke overstige en grænse.", en: "An objective may not exceed a limit." },
    model: "f(x) ≤ ε",
  },
  "most-split": {
    name: { da: "Højst så mange delte områder", en: "At most so many split units" },
    what: {
      da: "Højst s områder deles mellem skoler; de vises som delte.",
      en: "At most s units are split between schools; they are shown as split.",
    },
    model: "Σⱼ wᵢⱼ ≤ 1 + (m − 1) zᵢ, Σᵢ zᵢ ≤ s",
  },
  farthest: {
    name: { da: "Længst fra midten", en: "Farthest from the middle" },
    what: {
      da: "Ingen med elever i det nye distrikt bor længere fra dets midte i lige linje. Midten er det område i distriktet, som der samlet er kortest fra til eleverne, eller skolen, som der tegnes om.",
      en: "Nobody with pupils in a new district lives farther from its middle in a straight line. The middle is the unit of the district that is nearest to its pupils in all, or the school that it is drawn around.",
    },
    model: "zᵢₘ = 0 where i is farther from m",
  },
  "held-site": {
    name: { da: "En skole bliver i sit distrikt", en: "A school stays in its district" },
    what: {
      da: "Skolen bliver i det distrikt, den hører til i dag, og beholder netop sine elever, som bor i det.",
      en: "The school stays in the district it belongs to today and keeps exactly its pupils, who live in it.",
    },
    model: "zᵢₘ = z(j)ₘ for every unit i of site j",
  },
  "held-district": {
    name: { da: "Et distrikt beholder sine skoler", en: "A district keeps its schools" },
    what: {
      da: "Distriktet beholder alle sine skoler med deres elever og får ingen andre skoler.",
      en: "The district keeps all its schools with their pupils and gets no other school.",
    },
    model: "z(j)ₘ = z(k)ₘ for its sites j, k; ≠ for every other",
  },
  "most-closures": {
    name: { da: "Højst så mange lukkede", en: "At most so many closures" },
    what: { da: "Højst n af de åbne skoler lukker.", en: "At most n of the open schools close." },
    model: "Σⱼ (1 − yⱼ) ≤ n",
  },
  "fewest-pupils": {
    name: { da: "Mindst så mange elever på en skole", en: "At least so many pupils at a school" },
    what: { da: "En åben skole har mindst n elever.", en: "An open school has at least n pupils." },
    model: "Σᵢ qᵢ xᵢⱼ ≥ n yⱼ",
  },
  "most-pupils": {
    name: { da: "Højst så mange elever på en skole", en: "At most so many pupils at a school" },
    what: { da: "En skole har højst n elever.", en: "A school has at most n pupils." },
    model: "Σᵢ qᵢ xᵢⱼ ≤ n yⱼ",
  },
};
