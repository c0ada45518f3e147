import type { Crs } from "../geo/coordinate-systems.ts";
import type { DecimalSign } from "./numbers.ts";
import type { Delimiter } from "./table.ts";
import type { Encoding } from "./text.ts";

/** What was found out about one file. */
export interface FileNote {
  readonly file: string;
  /** Of text. */
  readonly encoding?: Encoding;
  /** Of tables. */
  readonly delimiter?: Delimiter;
  readonly rows?: number;
  /** Columns of the table that mean nothing to the case. */
  readonly unusedColumns?: readonly string[];
  /** Of files with coordinates. */
  readonly crs?: Crs;
  /** The decimal sign of its coordinates, where they have any decimals. */
  readonly decimal?: DecimalSign;
}

/** What was found out on the way, apart from what is wrong. */
export interface ImportNotes {
  /** In the order the files were read. */
  readonly files: readonly FileNote[];
  /** The row of each site in its table, by id. */
  readonly siteLines: ReadonlyMap<string, number>;
  /** The roads' connected parts as drawn, and after ends within two metres were joined. */
  readonly roads: { readonly lines: number; readonly componentsAsDrawn: number; readonly components: number };
  readonly units: { readonly count: number; readonly withPupils: number; readonly pieces: number };
  /** Where the pupils of the file went: together they are as many as it has. Those left out are among the issues. */
  readonly pupils: {
    readonly placed: number;
    readonly outside: number;
    readonly gradeTen: number;
    readonly nowhere: number;
    /** As many as the file's rows tell of, `[grade]`, grade 10 among them: counted before anything became of them. */
    readonly counted: readonly number[];
  };
}
