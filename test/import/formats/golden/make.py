"""Makes the golden files beside it with programs that are not this one: GDAL (pyogrio), openpyxl and odfpy.

Everything in them is made up: the place of test/cases/tiny.ts, whose files lie in the folder given as the argument
(`npx vitest run test/import/formats/golden.test.ts -t "writes"` says how to write them there).
    pip install pyogrio geopandas openpyxl odfpy; python make.py FOLDER
"""
import csv, json, os, sys, zipfile
import geopandas as gpd
import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from shapely.geometry import Point, shape

SOURCE = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))


def rows(name):
    with open(os.path.join(SOURCE, name), encoding="utf-8") as file:
        return list(csv.reader(file, delimiter=";"))


def frame(name, crs):
    with open(os.path.join(SOURCE, name), encoding="utf-8") as file:
        found = json.load(file)
    features = found.get("features", [found])
    own = "EPSG:25832" if "crs" in found else "EPSG:4326"
    data = gpd.GeoDataFrame([f["properties"] for f in features], geometry=[shape(f["geometry"]) for f in features], crs=own)
    return data if own == crs else data.to_crs(crs)


def value(text):
    try:
        return int(text)
    except ValueError:
        try:
            return float(text)
        except ValueError:
            return text


def out(name):
    path = os.path.join(HERE, name)
    if os.path.exists(path):
        os.remove(path)
    return path


def points():
    header, *body = rows("sites.csv")
    records = [dict(zip(header, map(value, row))) for row in body]
    data = gpd.GeoDataFrame(
        [{k: v for k, v in r.items() if k not in ("lat", "lon")} for r in records],
        geometry=[Point(r["lon"], r["lat"]) for r in records],
        crs="EPSG:4326",
    )
    for column in ("capacity_0_3", "capacity_4_6", "capacity_7_9"):
        data[column] = data[column].replace("", None).astype("Int64")
    return data


def zipped(name, stem, leave=()):
    with zipfile.ZipFile(out(name), "w", zipfile.ZIP_DEFLATED) as archive:
        for ending in ("shp", "shx", "dbf", "prj", "cpg"):
            part = f"/tmp/{stem}.{ending}"
            if ending not in leave and os.path.exists(part):
                archive.write(part, f"{stem}.{ending}")
            if os.path.exists(part):
                os.remove(part)


def main():
    sites = points()
    sites.to_crs("EPSG:25832").to_file(out("sites.gpkg"), layer="skoler", driver="GPKG", SPATIAL_INDEX="NO")
    sites.to_crs("EPSG:3035").to_file(os.path.join(HERE, "sites.gpkg"), layer="andre ting", driver="GPKG", mode="a", SPATIAL_INDEX="NO")

    roads = frame("roads.geojson", "EPSG:25832")
    roads.to_file(out("roads.gpkg"), layer="roads", driver="GPKG", SPATIAL_INDEX="NO")
    roads.to_file(out("roads.fgb"), driver="FlatGeobuf")
    roads.to_crs("EPSG:4326").to_file(out("roads.kml"), driver="LIBKML")
    roads.to_file("/tmp/roads.shp", driver="ESRI Shapefile", encoding="ISO-8859-1")
    zipped("roads.shp.zip", "roads")
    roads.to_crs("EPSG:4326").to_file(out("roads.geojsonl"), driver="GeoJSONSeq")
    roads.to_crs("EPSG:4326").to_file(out("roads.geojsons"), driver="GeoJSONSeq", RS="YES")
    east = roads.to_crs("EPSG:25833")
    east.to_file(os.path.join(HERE, "roads.gpkg"), layer="zone 33", driver="GPKG", mode="a", SPATIAL_INDEX="NO")

    header, *body = rows("pupils.csv")
    pupils = gpd.GeoDataFrame(
        [dict(zip(header[2:], map(int, row[2:]))) for row in body],
        geometry=[Point(float(row[1]), float(row[0])) for row in body],
        crs="EPSG:4326",
    )
    pupils.to_file(out("pupils.kmz"), driver="LIBKML")
    pupils.to_file(out("pupils.kml"), driver="LIBKML")
    pupils = pupils.to_crs("EPSG:25832")
    pupils.to_file(out("pupils.gpkg"), layer="elever", driver="GPKG", SPATIAL_INDEX="NO")
    pupils.to_file(out("pupils.fgb"), driver="FlatGeobuf")
    pupils.to_file("/tmp/pupils.shp", driver="ESRI Shapefile", encoding="UTF-8")
    zipped("pupils.shp.zip", "pupils")
    pupils.to_crs("EPSG:4326").to_file(out("pupils.geojsonl"), driver="GeoJSONSeq")

    outline = frame("outline.geojson", "EPSG:25832")
    outline["navn"] = "Lilleby på Ærø"
    outline.to_file("/tmp/outline.shp", driver="ESRI Shapefile", encoding="CP1252")
    zipped("outline.zip", "outline")
    outline.to_file("/tmp/outline.shp", driver="ESRI Shapefile", encoding="UTF-8")
    os.remove("/tmp/outline.cpg")
    with open("/tmp/outline.dbf", "r+b") as dbf:
        dbf.seek(29)
        dbf.write(b"\0")
    zipped("outline-silent.zip", "outline", leave=("prj",))
    outline.to_file(out("outline.fgb"), driver="FlatGeobuf")
    outline.to_crs("EPSG:4326").to_file(out("outline.kmz"), driver="LIBKML")

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Skoler"
    for row in rows("sites.csv"):
        sheet.append([value(cell) if cell != "" else None for cell in row])
    book.create_sheet("Elever 2015")
    for row in rows("pupils.csv"):
        book["Elever 2015"].append([value(cell) for cell in row])
    book.save(out("sites.xlsx"))
    del book["Skoler"]
    book.save(out("pupils.xlsx"))

    document = OpenDocumentSpreadsheet()
    table = Table(name="Elever")
    for row in rows("pupils.csv"):
        line = TableRow()
        for cell in map(value, row):
            if isinstance(cell, str):
                held = TableCell(valuetype="string")
                held.addElement(P(text=cell))
            else:
                held = TableCell(valuetype="float", value=cell)
                held.addElement(P(text=str(cell).replace(".", ",")))
            line.addElement(held)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(out("pupils.ods"))


main()
