import type { Said, Text } from "../domain/language.ts";
import { classesFor } from "../rules/class-size.ts";
import { costModel } from "./cost-model.ts";
import type { CostParameter } from "./parameter.ts";
import { addRanges, type Range } from "./range.ts";

/** What the cost model says of a case whose outcome is on record. */
export interface KnownCase {
  readonly name: Text;
  readonly documented: number;
  readonly model: Range;
  readonly unit: "kroner" | "pupils-per-class";
  readonly source: Said;
  readonly reading: Text;
}

const times = (parameter: CostParameter, count: number): Range => ({
  low: parameter.low * count,
  mid: parameter.mid * count,
  high: parameter.high * count,
});
const less = (a: Range, b: Range): Range => ({ low: a.low - b.high, mid: a.mid - b.mid, high: a.high - b.low });

/** Pupils per class in municipal schools by size; facts of 2014, Denmark. Middle of each size class, measured quotient. */
const CLASS_QUOTIENTS: readonly (readonly [name: string, pupils: number, quotient: number])[] = [
  ["<100", 75, 13.9],
  ["100-199", 150, 17.8],
  ["200-299", 250, 19.7],
  ["300-399", 350, 19.7],
  ["400-599", 500, 21.2],
  ["600-799", 700, 22.2],
  ["800+", 900, 22.9],
];

/** The documented cases beside what the model says of each, before any share of realisation. None was used to fit another. */
export const knownCases = (): readonly KnownCase[] => [
  ...kundby(),
  ...merging2016(),
  splitting2021(),
  ...CLASS_QUOTIENTS.map(([name, pupils, quotient]) => classQuotient(name, pupils, quotient)),
];

/** 80 pupils in grades 0-6 who go on to a school of 400-599. */
function kundby(): readonly KnownCase[] {
  const { class: price, siteLeader, buildingOperation, areaPerPupil } = costModel(2015);
  const pupils = 80;
  const classes = pupils / 13.9 - pupils / 21.2;
  const source = "holbaekonline.dk 3.2.2015";
  const operation = addRanges([times(price, classes), times(siteLeader, 1)]);
  const buildings = {
    low: pupils * areaPerPupil.low * buildingOperation.low,
    mid: pupils * areaPerPupil.mid * buildingOperation.mid,
    high: pupils * areaPerPupil.high * buildingOperation.high,
  };
  return [
    {
      name: { da: "Kundby lukkes 2015: drift", en: "Closing Kundby, 2015: operation" },
      documented: 1_800_000,
      model: operation,
      unit: "kroner",
      source,
      reading: {
        da: "Klasser efter landets klassekvotienter (13,9 mod 21,2) og en afdelingsleder.",
        en: "Classes by national class quotients (13.9 against 21.2) and a deputy leader.",
      },
    },
    {
      name: { da: "Kundby lukkes 2015: bygninger", en: "Closing Kundby, 2015: buildings" },
      documented: 1_700_000,
      model: buildings,
      unit: "kroner",
      source,
      reading: {
        da: "Små skoler har mere plads pr. elev, end middelskønnet siger; også det høje bud er for lavt.",
        en: "Small schools have more room per pupil than the middle estimate says; the high end is too low as well.",
      },
    },
  ];
}

/** A district that is merged away turns its leader into a deputy, and needs one administrative position less. */
function structure(year: number, count: number): Range {
  const { schoolLeader, siteLeader, administrator } = costModel(year);
  return addRanges([less(times(schoolLeader, count), times(siteLeader, count)), times(administrator, count)]);
}

function merging2016(): readonly KnownCase[] {
  const documented = 10_000_000;
  const source = "holbaek.dk";
  const name: Text = { da: "Otte distrikter til fire, 2016", en: "Eight districts into four, 2016" };
  return [
    {
      name,
      documented,
      model: times(costModel(2015).districtMerger, 4),
      unit: "kroner",
      source,
      reading: {
        da: "Rammer midten, fordi parameteren er udledt af netop dette tal; den er ingen prøve.",
        en: "Meets the middle because the parameter was derived from this very figure; no test of it.",
      },
    },
    {
      name: { da: `${name.da}: nedefra`, en: `${name.en}: from below` },
      documented,
      model: structure(2015, 4),
      unit: "kroner",
      source,
      reading: {
        da: "Stillinger ved skolerne alene. Kommunens tal rummer også dagtilbud og en ny ledelsesstruktur.",
        en: "Positions at the schools alone. The municipality's figure holds day care and a new leadership structure too.",
      },
    },
  ];
}

function splitting2021(): KnownCase {
  return {
    name: { da: "Fire skoler til elleve, 2021: nedefra", en: "Four schools into eleven, 2021: from below" },
    documented: 3_200_000,
    model: structure(2021, 7),
    unit: "kroner",
    source: "holbaek.dk; folkeskolen.dk",
    reading: {
      da: "Samme regnestykke som i 2016, den anden vej.",
      en: "The same sum as in 2016, the other way.",
    },
  };
}

const CAP = 28;
const COHORTS = 10;

function classQuotient(size: string, pupils: number, documented: number): KnownCase {
  const quotient = pupils / (COHORTS * expectedClasses(pupils / COHORTS));
  return {
    name: { da: `Elever pr. klasse, skoler med ${size} elever`, en: `Pupils per class, schools of ${size} pupils` },
    documented,
    model: { low: quotient, mid: quotient, high: quotient },
    unit: "pupils-per-class",
    source: {
      da: "landstal for folkeskoler efter størrelse, 2014",
      en: "national figures for municipal schools by size, 2014",
    },
    reading: {
      da: "§ 17 på ti tilfældige årgange. Virkelige små skoler har færre årgange eller læser årgange sammen.",
      en: "Section 17 on ten random cohorts. Real small schools have fewer cohorts or teach cohorts together.",
    },
  };
}

/** Classes that a cohort forms on the mean, when its size is Poisson distributed. */
function expectedClasses(mean: number): number {
  let [probability, expected] = [Math.exp(-mean), 0];
  for (let size = 1; size < 4 * mean + 40; size++) {
    probability *= mean / size;
    expected += probability * classesFor(size, CAP);
  }
  return expected;
}
