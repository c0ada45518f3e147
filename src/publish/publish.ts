import type { Checked } from "../domain/issue.ts";
import type { Municipality } from "../domain/municipality.ts";
import { districtOfSite, type Plan, sitePupils } from "../domain/plan.ts";
import type { Basis } from "../evaluate/basis.ts";
import { withoutLinks } from "../geo/adjacency.ts";
import { toPlane } from "../geo/projection.ts";
import { readFormats } from "../import/formats/read-formats.ts";
import type { FileBytes, ReadFiles } from "../import/formats/sources.ts";
import { importCase } from "../import/import-case.ts";
import { seededRandom } from "../kernels/random.ts";
import { type OpenCase, openCase, openImported } from "../open-case.ts";
import type { PlanFile } from "../protocol/plan-file.ts";
import type { Published } from "../domain/published.ts";
import { areasOf } from "./areas.ts";
import { errorsOf } from "./errors.ts";
import { type PublishedParts, publishedFiles } from "./files.ts";
import { placesOf } from "./places.ts";
import { roundedAreas } from "./rounded.ts";

/** A case that may leave the planner's machine, and what making it so has changed. */
export interface PublishedCase {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly published: Published;
  /** Files of the case that are not part of it, by path. */
  readonly leftOut: readonly string[];
  readonly opened: OpenCase;
}

/**
 * A case folder as a case folder that may be published: units put together into areas within the zones of all plans, pupils rounded until no
 * area has one to four in a grade, one place an area, no list of pupils' addresses, nothing that the program does not know. The same
 * seed gives the same bytes.
 */
export async function publishCase(
  files: FileBytes,
  { seed }: { readonly seed: number },
): Promise<Checked<PublishedCase>> {
  const read = await readFormats(files);
  const imported = importCase(read);
  if (!imported.value) return { issues: imported.issues };
  const own = openImported(imported.value);
  const issues = [...imported.issues, ...own.issues];
  if (!own.value) return { issues };
  const { basis, plans } = own.value;
  const { published } = basis.municipality.info;
  // A case that was published before is taken as it is: to round it again would only make it less exact.
  if (published) return { value: { files, published, leftOut: [], opened: own.value }, issues };
  const random = seededRandom(seed);
  const classOf = classesOf(basis.municipality, plans);
  const area = areaOfUnits(basis, classOf);
  const members = membersOf(area);
  const grades = gradesOf(basis, members);
  const { bandCount } = basis.municipality.grades;
  const rounded = roundedAreas(
    {
      kinds: basis.municipality.grades,
      grades,
      classOf: members.map(([unit]) => classOf[unit]),
      today: members.flatMap(([unit]) => [
        ...basis.baseline.assignment.subarray(unit * bandCount, (unit + 1) * bandCount),
      ]),
      districtOf: districtOfSite(basis.baseline),
      middles: members.flatMap((units) => middleOf(basis, units)),
    },
    random,
  );
  const parts = { area, members, places: placesOf(basis, plans, members), rounded, random };
  return finished(read, { ...own.value, planFiles: imported.value.plans }, parts, seed, issues);
}

/** Writes the files, opens them again, and states in them how far that is from the case itself. */
async function finished(
  files: ReadFiles,
  own: OpenCase & { readonly planFiles: readonly PlanFile[] },
  parts: PublishedParts,
  seed: number,
  issues: Checked<PublishedCase>["issues"],
): Promise<Checked<PublishedCase>> {
  const draft = { seed, areas: parts.members.length, from: parts.area.length, sums: { kept: 0, of: 0 }, plans: [] };
  const write = async (published: Published) => {
    const made = publishedFiles(files, own, { ...parts, random: seededRandom(seed) }, published);
    const read = openCase(await readFormats(made.files));
    if (!read.value) throw new Error(`a published case cannot be read: ${JSON.stringify(read.issues.slice(0, 3))}`);
    return { ...made, opened: read.value };
  };
  const { opened } = await write(draft);
  const published = { ...draft, sums: sumsKept(own, opened), plans: [...errorsOf(own, opened)] };
  return { value: { ...(await write(published)), published }, issues };
}

/** Units that every plan sends to the same schools have the same number, `[unit]`. */
function classesOf(
  { units, grades: { bandCount } }: Pick<Municipality, "units" | "grades">,
  plans: readonly Plan[],
): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from({ length: units.count }, (_, unit) => {
    const key = plans
      .map(({ assignment }) => assignment.subarray(unit * bandCount, (unit + 1) * bandCount).join())
      .join();
    const known = numbers.get(key) ?? numbers.size;
    numbers.set(key, known);
    return known;
  });
}

function areaOfUnits({ municipality, unitBand }: Basis, classOf: Int32Array): Int32Array {
  const { units, roads } = municipality;
  return areasOf({
    bandCount: municipality.grades.bandCount,
    adjacency: units.ferries ? withoutLinks(units.adjacency, units.ferries) : units.adjacency,
    classOf,
    unitBand,
    middles: toPlane(roads.plane, units.lon, units.lat),
  });
}

function membersOf(area: Int32Array): readonly (readonly number[])[] {
  const members: number[][] = [];
  area.forEach((number, unit) => (members[number] ??= []).push(unit));
  return members;
}

/** Pupils of areas, `[area * count + grade]`. */
function gradesOf({ municipality, unitGrade }: Basis, members: readonly (readonly number[])[]): Uint32Array {
  const { count } = municipality.grades;
  const grades = new Uint32Array(members.length * count);
  members.forEach((units, area) => {
    for (const unit of units)
      for (let grade = 0; grade < count; grade++) grades[area * count + grade] += unitGrade[unit * count + grade];
  });
  return grades;
}

function middleOf({ municipality: { units, roads } }: Basis, members: readonly number[]): readonly [number, number] {
  const xy = toPlane(
    roads.plane,
    members.map((unit) => units.lon[unit]),
    members.map((unit) => units.lat[unit]),
  );
  let [x, y] = [0, 0];
  for (let i = 0; i < members.length; i++) [x, y] = [x + xy[2 * i], y + xy[2 * i + 1]];
  return [x / members.length, y / members.length];
}

/** How many of the sums of pupils by plan, school and band are the same in both. */
function sumsKept(own: OpenCase, published: OpenCase): Published["sums"] {
  let [kept, of] = [0, 0];
  own.plans.forEach((plan, i) => {
    const count = plan.teaching.length;
    const before = sitePupils(own.basis.municipality.grades, own.basis.unitBand, plan.assignment, count);
    const after = sitePupils(
      own.basis.municipality.grades,
      published.basis.unitBand,
      published.plans[i].assignment,
      count,
    );
    before.forEach((pupils, at) => {
      if (pupils === 0 && after[at] === 0) return;
      of++;
      if (pupils === after[at]) kept++;
    });
  });
  return { kept, of };
}
