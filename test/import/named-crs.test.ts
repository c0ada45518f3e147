import { describe, expect, test } from "vitest";
import { namedCrs } from "../../src/import/named-crs.ts";

describe("a coordinate system may be named in many ways", () => {
  test.each([
    "EPSG:25832",
    "urn:ogc:def:crs:EPSG::25832",
    { type: "name", properties: { name: "urn:ogc:def:crs:EPSG:9.9.1:25832" } },
    { type: "name", properties: { name: "http://www.opengis.net/def/crs/EPSG/0/25832" } },
    { type: "link", properties: { href: "https://spatialreference.org/ref/epsg/25832/proj4/", type: "proj4" } },
    { type: "EPSG", properties: { code: 25832 } },
    { type: "EPSG", properties: { code: "25832" } },
    { type: "name", properties: { name: "http://www.opengis.net/gml/srs/epsg.xml#25832" } },
    { type: "ProjectedCRS", name: "ETRS89 / UTM zone 32N", id: { authority: "EPSG", code: 25832 } },
    { type: "ProjectedCRS", id: { authority: "EPSG", code: 25832 } },
  ])("%j is EPSG:25832", (crs) => expect(namedCrs(crs)).toEqual({ crs: "EPSG:25832" }));

  test.each([
    "urn:ogc:def:crs:OGC:1.3:CRS84",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
    "EPSG:4258",
    { type: "EPSG", properties: { code: 4326 } },
    { type: "name", properties: { name: "WGS 84" } },
  ])("%j is EPSG:4326", (crs) => expect(namedCrs(crs)).toEqual({ crs: "EPSG:4326" }));

  test.each(["EPSG:9999", "EPSG:100", { type: "link", properties: { href: "crs.prj" } }, {}, 25832])(
    "%j is not known",
    (crs) => expect(namedCrs(crs)).toHaveProperty("unknown"),
  );

  test.each([
    ["urn:ogc:def:crs:EPSG::3006", { crs: "EPSG:3006" }],
    ["WGS 84 / UTM zone 19S", { crs: "EPSG:32719" }],
    ["ETRS89 / UTM zone 33N", { crs: "EPSG:25833" }],
    [{ authority: "EPSG", code: 4326 }, { crs: "EPSG:4326" }],
    [{ code: 25832 }, { unknown: ":25832" }],
    [{ name: "mine", id: null }, { unknown: "mine" }],
    [{ name: 5, properties: { url: "https://epsg.io/25832" } }, { crs: "EPSG:25832" }],
    [{ type: "name", properties: [] }, { unknown: '{"type":"name","properties":[]}' }],
    ["ETRS89/UTM zone 32N", { crs: "EPSG:25832" }],
    ["EPSG:258321", { unknown: "EPSG:258321" }],
  ])("%j is %j", (crs, reading) => expect(namedCrs(crs)).toEqual(reading));

  test("none, or null, is for the numbers to tell", () => {
    expect([namedCrs(undefined), namedCrs(null)]).toEqual([undefined, undefined]);
  });
});
