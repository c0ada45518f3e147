import { type Spot, spots } from "./spots.ts";

/** What of Tarnsey is typed in: an invented place in the open Atlantic. */

/** Irish Transverse Mercator, a national grid whose metres are no UTM zone's. */
export const GRID = "EPSG:2157";
/** What a register that says nothing has its metres in there. */
export const ZONE = "EPSG:25829";
/** Where kilometre 0, 0 lies in the grid, metres. */
export const ORIGIN = [390_000, 890_000] as const;

export interface Place {
  readonly name: string;
  readonly people: number;
  readonly at: Spot;
}

export const PLACES: readonly Place[] = [
  place("Tarnhaven", 6130, "19.4,11.5"),
  place("Moorgarth", 1440, "26.4,12.5"),
  place("Brannick", 1210, "4.6,10.1"),
  place("Skelvoe", 1060, "23.5,1.8"),
  place("Northsand", 980, "22.8,17.9"),
  place("Kellmouth", 770, "12.1,12.2"),
  place("Dunnel", 540, "15.6,15.8"),
  place("Sandrigg", 410, "4.5,15.6"),
  place("Kettle Bay", 320, "27.9,2.2"),
  place("Quenness", 290, "31.9,20.3"),
  place("Fennay Pier", 240, "12.8,23.5"),
  place("Hallow", 190, "24.3,10.1"),
  place("Skarth", 160, "15.1,10.6"),
  place("Grindal", 140, "27.2,14.9"),
  place("Wick of Tarn", 120, "16.7,18.6"),
  place("Ayrend", 120, "2.7,12.1"),
  place("Lorsay", 110, "35.5,3.4"),
];

function place(name: string, people: number, at: string): Place {
  return { name, people, at: spots(at)[0] };
}

export interface School {
  readonly id: string;
  readonly name: string;
  readonly town: string;
  readonly district: string;
  readonly at: Spot;
  readonly grades: string;
  /** Pupils of all grades who live in its own area. */
  readonly pupils: number;
  /** Rooms beyond those that today's classes fill, in each band. */
  readonly spare: number;
  /** Kilometres that its own area's edge is drawn nearer to it than to its neighbours: areas are not the nearest school's. */
  readonly behind: number;
  /** Where its pupils go in grades that it does not teach. */
  readonly goesOn?: string;
}

/** id, name, town, district, place, grades, pupils of its area, spare rooms, kilometres behind, where its pupils go on. */
const TYPED = `
  harbour     Harbour_School      Tarnhaven    Tarnhaven_Harbour      19.1,11.5  0-9  418  2  0
  castle-hill Castle_Hill_School  Tarnhaven    Castle_Hill            20.3,13.1  0-6  312  2  0    harbour
  northsand   Northsand_School    Northsand    Northsand              22.8,17.9  0-6  171  0  1.2  harbour
  moorgarth   Moorgarth_School    Moorgarth    Moorgarth              26.4,12.5  0-9  257  1  1.6
  kellmouth   Kellmouth_School    Kellmouth    Kellmouth              12.1,12.2  0-6  148  2  0    harbour
  dunnel      Dunnel_School       Dunnel       Dunnel                 15.6,15.8  0-6  112  0  2    harbour
  brannick    Brannick_School     Brannick     Brannick               4.6,10.1   0-9  206  2  0
  sandrigg    Sandrigg_School     Sandrigg     Sandrigg               4.5,15.6   0-6  83   0  1.8  brannick
  skelvoe     Skelvoe_School      Skelvoe      Skelvoe                23.5,1.8   0-9  188  1  0
  kettle-bay  Kettle_Bay_School   Kettle_Bay   Kettle_Bay_and_Lorsay  27.9,2.2   0-6  71   0  1    skelvoe
  quenness    Quenness_School     Quenness     Quenlis                31.9,20.3  0-6  58   0  0    harbour
  fennay      Fennay_School       Fennay_Pier  Fennay                 12.8,23.5  0-6  47   0  0    harbour
`;

export const SCHOOLS: readonly School[] = TYPED.trim()
  .split("\n")
  .map((line) => {
    const words = line.trim().split(/\s+/);
    const [id, name, town, district, at, grades, pupils, spare, behind, goesOn] = words.map((word) =>
      word.replaceAll("_", " "),
    );
    const numbers = { pupils: Number(pupils), spare: Number(spare), behind: Number(behind) };
    return { id, name, town, district, grades, at: spots(at)[0], ...numbers, ...(goesOn && { goesOn }) };
  });

/** Islands without a school of their own, and the school whose area they are of. */
export const BELONGS: Readonly<Record<string, string>> = { lo: "kettle-bay" };

export interface Ferry {
  readonly name: string;
  /** The coast nearest to this is where it lands. */
  readonly from: Spot;
  readonly to: Spot;
  readonly via: readonly Spot[];
  /** From quay to quay, with boarding and leaving: half the time between two sailings is not in it. */
  readonly minutes: number;
}

export const FERRIES: readonly Ferry[] = [
  {
    name: "Tarnhaven-Skelvoe",
    from: [19.4, 10.4],
    to: [22.6, 3.5],
    via: [
      [19.4, 7.4],
      [21.2, 5.4],
    ],
    minutes: 40,
  },
  { name: "Kettle Bay-Lorsay", from: [29.6, 3.2], to: [34.1, 3.4], via: [], minutes: 25 },
  { name: "Northsand-Quenness", from: [25.2, 19], to: [29.9, 20.4], via: [], minutes: 30 },
  { name: "Wick of Tarn-Fennay", from: [16, 19.5], to: [13.4, 22.3], via: [], minutes: 25 },
  { name: "Sandrigg-Fennay", from: [5.4, 17.3], to: [10.5, 23.4], via: [[7.6, 20.2]], minutes: 50 },
];

/** The road over the sound on stones and a bridge, between the coasts nearest to these. */
export const CAUSEWAY: readonly [Spot, Spot] = [
  [8.1, 11.8],
  [9, 12],
];
