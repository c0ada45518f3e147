import type { Municipality } from "../domain/municipality.ts";
import { sitePupils } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { cellOf } from "../kernels/disclosure/shown.ts";
import type { Audience } from "./internal.ts";
import { type CellText, cellText, countIn } from "./shown-measures.ts";

/** What import found out that sums are made of. */
interface Found {
  readonly files: readonly {
    readonly file: string;
    readonly rows?: number;
    readonly unusedColumns?: readonly string[];
  }[];
  readonly pupils: {
    readonly outside: number;
    readonly gradeTen: number;
    readonly nowhere: number;
    readonly counted: readonly number[];
  };
}

/** What a case's files told of and what became of it, in sums that anyone can hold against the files: nothing is lost unsaid. */
export interface CaseAccount {
  readonly files: readonly {
    readonly file: string;
    /** Of tables. */
    readonly rows?: number;
    /** Columns that mean nothing to the case. */
    readonly unusedColumns?: readonly string[];
  }[];
  readonly pupils: {
    /** In the file, grade 10 among them. */
    readonly read: number;
    /** In the case. */
    readonly placed: number;
    readonly gradeTen: number;
    /** In rows that name no place. */
    readonly nowhere: number;
    /** At places too far from any area. */
    readonly outside: number;
    /** What no line above accounts for: 0, or the program is wrong. */
    readonly unexplained: number;
  };
  /** 0 to 9. */
  readonly grades: readonly {
    readonly grade: number;
    /** What the case calls it. */
    readonly name: string;
    readonly read: number;
    readonly placed: number;
    /** By the register; absent where not all open schools state it. */
    readonly registered?: number;
  }[];
  readonly schools: readonly {
    readonly id: string;
    readonly name: string;
    /** Pupils who go there today, by today's plan. */
    readonly today: number;
    /** By the register. */
    readonly registered?: number;
  }[];
  /** Pupils whom today's plan gives no school. */
  readonly withoutSchool: number;
}

export function accountOf({ municipality, baseline, unitBand }: Basis, { files, pupils }: Found): CaseAccount {
  const { grades } = municipality;
  const placed = placedByGrade(municipality);
  const { counted, gradeTen, nowhere, outside } = pupils;
  const [read, kept] = [sumOf(counted), sumOf(placed)];
  const open = municipality.sites.filter(({ teaches }) => teaches !== 0);
  const isRegistered = open.length > 0 && open.every(({ registered }) => registered);
  const today = sitePupils(grades, unitBand, baseline.assignment, municipality.sites.length);
  const atSchool = municipality.sites.map((_, site) =>
    sumOf(today.subarray(site * grades.bandCount, (site + 1) * grades.bandCount)),
  );
  return {
    files: files.map(({ file, rows, unusedColumns }) => ({
      file,
      ...(rows !== undefined && { rows }),
      ...(unusedColumns && { unusedColumns }),
    })),
    pupils: { read, placed: kept, gradeTen, nowhere, outside, unexplained: read - kept - gradeTen - nowhere - outside },
    grades: grades.all.map((grade) => ({
      grade,
      name: grades.names[grade],
      read: counted[grade],
      placed: placed[grade],
      ...(isRegistered && { registered: sumOf(open.map((site) => site.registered?.[grade] ?? 0)) }),
    })),
    schools: municipality.sites.flatMap(({ id, name, registered, teaches }, site) =>
      teaches === 0 && atSchool[site] === 0
        ? []
        : [{ id, name, today: atSchool[site], ...(registered && { registered: sumOf(registered) }) }],
    ),
    withoutSchool: kept - sumOf(atSchool),
  };
}

/** An account as it may be told: whom today's plan sends to each school as in every other file, no few of any grade. */
export type ToldAccount = Omit<CaseAccount, "grades" | "schools" | "withoutSchool"> & {
  readonly grades: readonly Told<CaseAccount["grades"][number], "read" | "placed" | "registered">[];
  readonly schools: readonly Told<CaseAccount["schools"][number], "today" | "registered">[];
  readonly withoutSchool: CellText;
};

type Told<Row, Key extends keyof Row> = Omit<Row, Key> & {
  readonly [Name in Key]: undefined extends Row[Name] ? CellText | undefined : CellText;
};

/** Of a whole municipality, or of a register that is no secret. */
const whole = (count: number): CellText => cellText(cellOf(count));

export function toldAccount(
  basis: Pick<Basis, "municipality">,
  account: CaseAccount,
  audience: Audience = "anyone",
): CaseAccount | ToldAccount {
  if (audience === "planner") return account;
  const ofPlan = (count: number): CellText => cellText(countIn(basis, count));
  return {
    ...account,
    grades: account.grades.map(({ read, placed, registered, ...row }) => ({
      ...row,
      read: whole(read),
      placed: whole(placed),
      ...(registered !== undefined && { registered: whole(registered) }),
    })),
    schools: account.schools.map(({ today, registered, ...row }) => ({
      ...row,
      today: ofPlan(today),
      ...(registered !== undefined && { registered: whole(registered) }),
    })),
    withoutSchool: ofPlan(account.withoutSchool),
  };
}

/** `[grade]`, from the places that the case holds in the end. */
function placedByGrade({ demand, grades }: Municipality): readonly number[] {
  const found = Array<number>(grades.count).fill(0);
  demand.pupils.forEach((count, at) => (found[at % grades.count] += count));
  return found;
}

const sumOf = (numbers: Iterable<number>): number => {
  let sum = 0;
  for (const each of numbers) sum += each;
  return sum;
};
