import type { Crs } from "../geo/projection.ts";

/** EPSG codes of the two systems. ETRS89 and WGS84 are one for our purposes, and heights do not matter. */
const CRS_OF_CODE: Readonly<Record<string, Crs>> = {
  "4326": "EPSG:4326",
  "4258": "EPSG:4326",
  "4979": "EPSG:4326",
  "25832": "EPSG:25832",
  "32632": "EPSG:25832",
  "7416": "EPSG:25832",
};

/** The code in "EPSG:25832", "urn:ogc:def:crs:EPSG:9.9.1:25832", "http://www.opengis.net/def/crs/EPSG/0/25832" and the like. */
const EPSG_CODE = /epsg[^\d]*(?:[\d.]{1,8}[:/])?(\d{4,5})(?!\d)/i;

/** What a file's `crs` member names; `undefined` where it has none. */
export function namedCrs(member: unknown): { readonly crs: Crs } | { readonly unknown: string } | undefined {
  if (member === undefined || member === null) return undefined;
  const names = namesIn(member);
  for (const name of names) {
    if (/CRS84|^WGS ?84$/i.test(name)) return { crs: "EPSG:4326" };
    if (/ETRS89 ?\/ ?UTM zone 32N/i.test(name)) return { crs: "EPSG:25832" };
    const code = EPSG_CODE.exec(name)?.[1] ?? "";
    if (Object.hasOwn(CRS_OF_CODE, code)) return { crs: CRS_OF_CODE[code] };
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
