import { type Spot, spots } from "./spots.ts";

export interface Island {
  readonly id: string;
  readonly name: string;
  /** Corners that the coast winds between, counter-clockwise. */
  readonly corners: readonly Spot[];
}

const island = (id: string, name: string, corners: string): Island => ({ id, name, corners: spots(corners) });

export const ISLANDS: readonly Island[] = [
  island(
    "ta",
    "Tarnsey",
    `9,12 10.5,9.5 13,8.2 15.5,8.8 17,7 18.6,8.8 19.4,10.5 20.2,8.7 22,6.8 23.5,8.6 25.5,9.2 28,10.5 29.5,13 28.5,15.5
     26.5,16.2 25.8,18.5 23.5,20.2 21,19.6 20.2,17.8 19.2,18.6 17,19.8 14.5,18.9 13,17.2 11,16.8 9.2,14.8`,
  ),
  island("br", "Brannay", "1.5,10.5 3,8 5.5,7.6 7.4,9.4 8.1,11.8 7.4,14 6.5,16.5 4.2,18 2.2,16.6 2.6,14.2 1.2,12.6"),
  island("sk", "Skelvay", "20.5,1.2 22.5,-0.5 25.5,-0.8 28.2,0.4 30,2.2 29,4.2 26.4,4.6 24.2,3.6 21.8,3.4"),
  island("qu", "Quenlis", "29.8,19.2 31.6,18.2 33.8,18.8 34.6,20.8 33.4,22.8 31.2,22.6 29.9,21.2"),
  island("fe", "Fennay", "10.4,23.2 12.2,22 14.6,22.6 15.4,24.4 13.8,26 11.4,25.6"),
  island("lo", "Lorsay", "34,2.6 35.6,1.6 37.2,2.6 37,4.6 35.4,5.2 34.2,4.2"),
];

/** Land far off, another council's: for the map alone. */
export const FAR_ISLANDS: readonly Island[] = [
  island("sallow", "Great Sallow", "-34,34 -28,30 -20,31 -14,36 -16,43 -23,47 -31,44"),
  island("nethay", "Nethay", "52,-18 59,-22 66,-19 68,-12 61,-8 54,-11"),
];

/** Rocks and islets where nobody lives: their middles, and kilometres to their shores, more or less. */
export const ISLETS: readonly (readonly [at: Spot, radius: number])[] = [
  ...spots("14.6,5.4 31.4,15.4 22.4,24.6").map((at) => [at, 0.5] as const),
  ...spots("27.9,17.9 31.6,8.4 -0.6,14.4 37.6,22.4 10.2,20.6 18.4,3.2").map((at) => [at, 0.38] as const),
  ...spots("17.9,21.6 15.6,4.6 9.2,6.2 0.4,7.4 36.2,8.2 6.2,20.8").map((at) => [at, 0.28] as const),
  ...spots("9.4,21.1 28.8,17.4 32.1,14.6 30.9,7.4 32,1.2 13.4,4.9 -0.2,15.6 38.4,6.2 23.4,25.1").map(
    (at) => [at, 0.21] as const,
  ),
];
