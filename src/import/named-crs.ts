import { type Crs, crsOfCode, DEGREES } from "../geo/coordinate-systems.ts";

/** The code in "EPSG:25832", "urn:ogc:def:crs:EPSG:9.9.1:25832", "http://www.opengis.net/def/crs/EPSG/0/25832" and the like. */
const EPSG_CODE = /epsg[^\d]*(?:[\d.]{1,8}[:/])?(\d{4,5})(?!\d)/i;

/** UTM zones by name, as map programs write them. */
const UTM_NAME = /(ETRS89|WGS ?84) ?\/ ?UTM zone (\d{1,2})(N|S)/i;

/** The EPSG code that a name tells; none is 0. */
function codeIn(name: string): number {
  const [, datum, zone, half] = UTM_NAME.exec(name) ?? [];
  if (zone === undefined) return Number(EPSG_CODE.exec(name)?.[1] ?? 0);
  return (datum.toUpperCase() === "ETRS89" ? 25_800 : half.toUpperCase() === "S" ? 32_700 : 32_600) + Number(zone);
}

/** What a file's `crs` member names; `undefined` where it has none. */
export function namedCrs(member: unknown): { readonly crs: Crs } | { readonly unknown: string } | undefined {
  if (member === undefined || member === null) return undefined;
  const names = namesIn(member);
  for (const name of names) {
    const crs = /CRS84|^WGS ?84$/i.test(name) ? DEGREES : crsOfCode(codeIn(name));
    if (crs) return { crs };
  }
  return { unknown: names[0] ?? JSON.stringify(member) };
}

/** Every way in which programs have written it: a name, a link, a code beside an authority, themselves or inside `properties`. */
function namesIn(member: unknown): readonly string[] {
  if (typeof member === "string") return [member];
  if (typeof member !== "object" || member === null) return [];
  const fields = new Map<string, unknown>(Object.entries(member));
  const authority = fields.get("authority") ?? fields.get("type");
  const code = fields.get("code");
  return [
    ...["name", "href", "url"].flatMap((key) => namesOfText(fields.get(key))),
    ...(typeof code === "number" || typeof code === "string"
      ? [`${typeof authority === "string" ? authority : ""}:${code}`]
      : []),
    ...["properties", "id"].flatMap((key) => {
      const inner = fields.get(key);
      const isPlain = typeof inner === "object" && inner !== null;
      return isPlain ? namesIn({ type: authority, ...inner }) : [];
    }),
  ];
}

const namesOfText = (value: unknown): readonly string[] => (typeof value === "string" ? [value] : []);
