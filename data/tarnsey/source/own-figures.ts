/** Figures of Tarnsey's own in place of the program's, which are Danish. Made up. */

const words = (lines: string): readonly (readonly string[])[] =>
  lines
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));

const PRICE_YEAR = 2025;

/** item, least, most likely, most; euros of 2025 unless the item is a number or a share. */
const COSTS = `
  schoolLeader            78000   92000   108000
  siteLeader              62000   72000   84000
  administrator           42000   50000   58000
  pupilsPerAdministrator  250     300     350
  leastOffice             0.25    0.4     0.75
  ownOrganisation         0       20000   55000
  class                   90000   102000  115000
  jointTeaching           0.2     0.5     0.8
  teacher                 58000   66000   75000
  buildingOperation       60      85      125
  areaPerPupil            12      16      22
  areaPerPupilSmall       20      28      38
  pavilion                24000   40000   65000
  pupilsPerPavilion       24      28      40
  travelCard              270     400     700
  withoutPublicBus        0.4     0.7     1
  ownBusPupil             1200    2000    3500
  byTaxi                  0       0.03    0.1
  taxi                    5500    9500    19000
  ferry                   270     600     1100
  schoolBus               75000   96000   135000
  schoolBusKilometre      3.5     4.3     5.1
  leaveWhenClosed         0       0.02    0.05
  leaveWhenFarther        0       0.01    0.03
  fartherBy               2       3       5
  privateContribution     5400    5900    6400
  inCare                  0.2     0.4     0.6
  careContribution        950     1200    1500
  careFee                 1600    2000    2400
  careCost                4800    5900    7000
  operatingCost           11000   12000   13000
  relief                  0       0.3     0.6
  walkSpeed               3.5     4.5     5.5
  cycleSpeedYoung         8       10      12
  cycleSpeed              12      14      16
  busSpeed                22      30      38
  busWait                 5       12      20
  realisation             0.1     0.5     1
  secondYear              0.5     0.75    1
  moving                  550     900     1400
`;

/** parameter, least, most likely, most. */
const ASSUMPTIONS = `
  birthsTrend       -0.012  0      0.012
  birthsToSchool    0.98    1      1.02
  publicShare       0.97    0.99   1
  publicShareTrend  -0.003  0      0.002
  movers            0.985   0.995  1.005
  house             0.5     0.8    1.1
  terraced          0.4     0.6    0.8
  flat              0.1     0.25   0.4
  senior            0       0      0.05
  housingDecay      0.01    0.03   0.05
  newcomers         0.3     0.5    0.7
  siteNoise         0.07    0.07   0.07
  cohortNoise       1.5     1.5    1.5
`;

const SOURCE = "Made up";
const OWNER = "the council's finance office";

export const COST_COLUMNS = ["item", "low", "value", "high", "price_year", "source", "owner", "confidence"] as const;
export const costRows = (): readonly (readonly (string | number)[])[] =>
  words(COSTS).map((figures) => [...figures, PRICE_YEAR, SOURCE, OWNER, "low"]);

export const ASSUMPTION_COLUMNS = ["parameter", "low", "value", "high", "source", "confidence"] as const;
export const assumptionRows = (): readonly (readonly (string | number)[])[] =>
  words(ASSUMPTIONS).map((figures) => [...figures, SOURCE, "low"]);

export const HOUSING_COLUMNS = ["name", "place", "dwellings", "first_year", "last_year", "type"] as const;
export const HOUSING_ROWS = [
  ["Ropewalk", "Tarnhaven", 120, 2026, 2030, "terraced"],
  ["Moorgarth West", "Moorgarth", 45, 2027, 2031, "house"],
  ["Old Cannery", "Skelvoe", 24, 2026, 2028, "flat"],
] as const;

/** What prices have risen to, from 100; before and after, years are as the first and the last. */
const INDEX = [
  2011, 100, 101.4, 102.6, 103.9, 105.1, 106.8, 108.8, 110.9, 113, 114.6, 117.2, 124.5, 130.9, 135.8, 139.6,
];

export const INDEX_COLUMNS = ["year", "index", "source"] as const;
export const indexRows = (): readonly (readonly (string | number)[])[] =>
  INDEX.slice(1).map((value, i) => [INDEX[0] + i, value, SOURCE]);
