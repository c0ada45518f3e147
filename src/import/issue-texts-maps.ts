import { catalogue } from "../domain/language.ts";
import { error, warning } from "./issue-text.ts";

/** Issues of places on the map: coordinates, GeoJSON, roads, units. */
export const MAP_ISSUES = catalogue("import.issues.maps", {
  "addresses.number-odd": warning(
    ["{found} er ikke et husnummer, og rækken er ikke med.", "{found} is no house number, and the row is left out."],
    [
      "Skriv nummeret med højst tre cifre og et bogstav, for eksempel 12B; etage og dør skal ikke med.",
      "Write the number in at most three digits and a letter, such as 12B, without floor and door.",
    ],
  ),
  "addresses.postcode-odd": warning(
    ["{found} er ikke et postnummer.", "{found} is no postcode."],
    [
      "Ret det, så adressen kan findes ved det; et dansk postnummer har fire cifre, andre landes højst ti cifre og bogstaver.",
      "Correct it, so that the address is found by it; a Danish postcode has four digits, other countries' at most ten digits and letters.",
    ],
  ),
  "coordinates.no-columns": error(
    ["Tabellen har ingen koordinater. Kolonner: {found}.", "The table has no coordinates. Columns: {found}."],
    [
      "Tilføj kolonnerne lat og lon (grader) eller x og y (meter, EPSG:25832).",
      "Add columns lat and lon (degrees) or x and y (metres, EPSG:25832).",
    ],
  ),
  "coordinates.all-swapped": error(
    [
      "{first} og {second} er byttet om i hele filen ({crs}).",
      "{first} and {second} are swapped throughout the file ({crs}).",
    ],
    ["Byt om på de to.", "Swap the two."],
  ),
  "coordinates.swapped": error(
    ["{first} {x} og {second} {y} er byttet om.", "{first} {x} and {second} {y} are swapped."],
    ["Byt om på de to tal.", "Swap the two numbers."],
  ),
  "coordinates.other-system": error(
    [
      "{x}, {y} er koordinater i {found}, mens resten af filen er i {crs}.",
      "{x}, {y} are coordinates in {found}; the rest of the file is in {crs}.",
    ],
    ["Omregn koordinaterne til {crs}.", "Convert the coordinates to {crs}."],
  ),
  "coordinates.contradicted": error(
    [
      "Koordinaterne skal efter case.json være i {stated}, men er i {found}.",
      "By case.json the coordinates are in {stated}, but they are in {found}.",
    ],
    ["Ret crs i case.json, eller udelad det.", "Correct crs in case.json, or leave it out."],
  ),
  "coordinates.crs-wrong": error(
    [
      "Filen siger selv (crs), at koordinaterne er i {stated}, men de er i {found}.",
      "The file itself says (crs) that the coordinates are in {stated}, but they are in {found}.",
    ],
    ["Eksportér laget igen, eller ret crs i filen.", "Export the layer again, or correct crs in the file."],
  ),
  "coordinates.date-line": error(
    [
      "Filens steder ligger på begge sider af den 180. længdegrad, eller på den anden side end de fleste skoler. Det kan programmet ikke regne på.",
      "The file's places lie on both sides of the 180th meridian, or on the other side than most schools. The program cannot compute with that.",
    ],
    [
      "Del sagen op i to: én for hver side af den 180. længdegrad.",
      "Split the case in two, one for each side of the 180th meridian.",
    ],
  ),
  "coordinates.not-in-system": error(
    [
      "{x}, {y} er ikke et sted i {crs}, som filerne efter case.json er i.",
      "{x}, {y} is no place in {crs}, which case.json says that the files are in.",
    ],
    [
      "Ret crs i case.json, eller kontrollér, at tallene er meter (eller grader, hvis det er EPSG:4326).",
      "Correct crs in case.json, or check that the numbers are metres (or degrees, if it is EPSG:4326).",
    ],
  ),
  "coordinates.swapped-beside-schools": error(
    [
      "{first} og {second} er byttet om i hele filen i forhold til skolerne i sites.csv ({crs}).",
      "{first} and {second} are swapped throughout the file, compared with the schools in sites.csv ({crs}).",
    ],
    [
      "Byt om på de to dér, hvor de står forkert: her eller i sites.csv.",
      "Swap the two where they are wrong: here or in sites.csv.",
    ],
  ),
  "coordinates.unread": error(
    [
      "Filens koordinater kan ikke læses, før {first} er rettet: den skal vise, hvor sagen ligger.",
      "The file's coordinates cannot be read before {first} is put right: it has to tell where the case lies.",
    ],
    ["Ret {first} først.", "Put {first} right first."],
  ),
  "coordinates.outside": error(
    [
      "{x}, {y} ligger ikke i Danmark, hverken i grader eller i EPSG:25832.",
      "{x}, {y} is not in Denmark, neither in degrees nor in EPSG:25832.",
    ],
    ["Kontrollér koordinaterne.", "Check the coordinates."],
  ),
  "coordinates.far": error(
    [
      "{x}, {y} ligger langt fra sagens skoler (læst i {crs}).",
      "{x}, {y} lies far from the case's schools (read in {crs}).",
    ],
    [
      'Kontrollér koordinaterne, og skriv i case.json, hvilket koordinatsystem filerne er i, for eksempel "crs": "EPSG:25833".',
      'Check the coordinates, and write in case.json which coordinate system the files are in, such as "crs": "EPSG:25833".',
    ],
  ),
  "coordinates.unknown-system": error(
    [
      "{x}, {y} er hverken grader eller et sted i Danmark, og intet siger, hvilket koordinatsystem tallene er i.",
      "{x}, {y} is neither degrees nor a place in Denmark, and nothing says which coordinate system the numbers are in.",
    ],
    [
      'Skriv det i case.json med dets EPSG-kode, for eksempel "crs": "EPSG:25833", eller giv stederne i grader.',
      'Write it in case.json by its EPSG code, such as "crs": "EPSG:25833", or give the places in degrees.',
    ],
  ),
  "geojson.kind": error(
    ["Filen er ikke GeoJSON: {found}.", "The file is not GeoJSON: {found}."],
    ["Eksportér laget som GeoJSON (FeatureCollection).", "Export the layer as GeoJSON (FeatureCollection)."],
  ),
  "geojson.crs": error(
    ["Koordinatsystemet {found} kendes ikke.", "Coordinate system {found} is not known."],
    [
      "Eksportér laget i EPSG:4326 (grader), EPSG:25832 eller en anden UTM-zone.",
      "Export the layer in EPSG:4326 (degrees), EPSG:25832 or another UTM zone.",
    ],
  ),
  "geojson.left-out": warning(
    ["Kun {wanted} læses her; objektet er udeladt.", "Only {wanted} are read here; the feature was left out."],
    ["Kontrollér, at det er det rigtige lag.", "Check that this is the right layer."],
  ),
  "geojson.parts-left-out": warning(
    [
      "Af objektets geometrier er kun {wanted} læst; de andre er udeladt.",
      "Of the feature’s geometries only {wanted} were read; the others were left out.",
    ],
    ["Kontrollér, at det er det rigtige lag.", "Check that this is the right layer."],
  ),
  "geojson.coordinates": error(
    ["Koordinaterne kan ikke læses.", "The coordinates cannot be read."],
    ["Ret geometrien i kortprogrammet, og eksportér igen.", "Repair the geometry in the map program and export again."],
  ),
  "geojson.ring": error(
    [
      "Fladen er ikke lukket, er tom eller krydser sig selv, så intet bliver tilbage.",
      "The area is not closed, is empty, or crosses itself so that nothing is left.",
    ],
    [
      "Ret fladen: første og sidste punkt skal være ens, mindst fire i alt, og ikke på én linje.",
      "Correct it: first and last point the same, four at least, and not all on one line.",
    ],
  ),
  "geojson.nothing": error(
    ["Filen har ingen {wanted}.", "The file has no {wanted}."],
    ["Kontrollér, at det er det rigtige lag.", "Check that this is the right layer."],
  ),
  "roads.kind": error(
    ["{found} er ikke en slags vej.", "{found} is not a kind of road."],
    ["Skriv kind som road, motorway, path eller ferry.", "Write kind as road, motorway, path or ferry."],
  ),
  "roads.number": error(
    [
      "{property} er {found}; det skal være et tal over nul.",
      "{property} is {found}; it has to be a number above zero.",
    ],
    ["Ret egenskaben, eller udelad den.", "Correct the property or leave it out."],
  ),
  "roads.kind-assumed": warning(
    [
      "Linjer uden oplysning om slags er regnet som veje: {count, number}.",
      "Lines of no stated kind are taken as roads: {count, number}.",
    ],
    [
      "Tilføj egenskaben kind, hvis nogle af dem er stier, motorveje eller færger.",
      "Add property kind if some are paths, motorways or ferries.",
    ],
  ),
  "roads.speed-assumed": warning(
    [
      "Linjer uden hastighed ({kind}): {count, number}. De er sat til {speed} km/t.",
      "Lines without a speed ({kind}): {count, number}. They were set to {speed} km/h.",
    ],
    ["Tilføj egenskaben speed, hvis køretider skal være nøjagtige.", "Add property speed if driving times matter."],
  ),
  "roads.ferry-time": warning(
    [
      "Færgen har ingen overfartstid; den er regnet med {speed} km/t.",
      "The ferry has no crossing time; {speed} km/h was assumed.",
    ],
    ["Tilføj egenskaben minutes.", "Add property minutes."],
  ),
  "roads.length-short": warning(
    [
      "Den oplyste længde, {stated, number} m, er kortere end den tegnede, {drawn, number} m.",
      "The stated length, {stated, number} m, is shorter than the drawn, {drawn, number} m.",
    ],
    ["Kontrollér, at length er i meter.", "Check that length is in metres."],
  ),
  "roads.length-long": warning(
    [
      "Den oplyste længde, {stated, number} m, er meget længere end den tegnede, {drawn, number} m.",
      "The stated length, {stated, number} m, is far longer than the drawn, {drawn, number} m.",
    ],
    ["Kontrollér, at length er i meter.", "Check that length is in metres."],
  ),
  "roads.speed-doubtful": warning(
    [
      "Farten bliver {speed, number} km/t, og så hurtigt eller langsomt kører ingen.",
      "The speed comes to {speed, number} km/h, which nobody drives.",
    ],
    ["Kontrollér speed (km/t) og minutes.", "Check speed (km/h) and minutes."],
  ),
  "roads.none": error(
    ["Ingen linje i filen er en vej i brug.", "No line of the file is a road in use."],
    ["Kontrollér, at det er det rigtige lag.", "Check that this is the right layer."],
  ),
  "roads.one-way-unknown": warning(
    [
      "oneway er {found}, som ikke kendes; vejen regnes for åben begge veje.",
      "oneway is {found}, which is not known; the road is taken to be open both ways.",
    ],
    [
      "Skriv yes, no eller -1 (mod den vej, linjen er tegnet).",
      "Write yes, no or -1 (against the way the line is drawn).",
    ],
  ),
  "roads.one-way": warning(
    [
      "Ensrettede veje: {count, number}. Biler og busser regnes for kun at køre den tilladte vej.",
      "One-way roads: {count, number}. Cars and buses are taken to drive the way that is allowed alone.",
    ],
    [
      "Til fods og på cykel regnes de for åbne begge veje. Du skal ikke gøre noget, hvis det er som ventet.",
      "On foot and by bicycle they are taken to be open both ways. There is nothing to do if that is as expected.",
    ],
  ),
  "roads.left-out": warning(
    [
      "Linjer, der ikke er veje i brug ({kinds}), er udeladt: {count, number}.",
      "Lines that are no roads in use ({kinds}) were left out: {count, number}.",
    ],
    ["Du skal ikke gøre noget, hvis det er som ventet.", "There is nothing to do if that is as expected."],
  ),
  "roads.dropped": warning(
    [
      "Linjer, der skrumper til et punkt, er udeladt: {count, number}.",
      "Lines that shrink to a point were left out: {count, number}.",
    ],
    ["Du skal ikke gøre noget: de forbinder ingen steder.", "There is nothing to do: they connect no places."],
  ),
  "roads.components": warning(
    [
      "Vejnettet består af {count, number} dele uden forbindelse; {km} km ligger uden for den største.",
      "The roads fall into {count, number} parts that do not connect; {km} km lie outside the largest.",
    ],
    [
      "Kontrollér broer, færger og ender, der er mere end 2 m fra hinanden.",
      "Check bridges, ferries and ends more than 2 m apart.",
    ],
  ),
  "outline.parts": warning(
    [
      "Delene af området kan ikke lægges sammen, fordi deres grænser krydser sig selv; de bruges hver for sig.",
      "The parts of the outline cannot be joined because their borders cross themselves; they are used one by one.",
    ],
    [
      "Ret geometrien i kortprogrammet, hvis grænsen skal tegnes rigtigt.",
      "Repair the geometry in the map program if the border is to be drawn right.",
    ],
  ),
  "outline.overlap": warning(
    [
      "Delene {one} og {other} af kommunens omrids ligger oven i hinanden på {area, number} m²; de er lagt sammen til ét område.",
      "Parts {one} and {other} of the municipality's outline overlap by {area, number} m²; they were joined into one area.",
    ],
    [
      "Slet den ene, hvis den er med ved en fejl; ellers skal du ikke gøre noget.",
      "Delete one of them if it is there by mistake; otherwise there is nothing to do.",
    ],
  ),
  "area.crosses-itself": warning(
    [
      "Grænsen for {area} krydser sig selv, så det er uklart, hvad der ligger inden for.",
      "The border of {area} crosses itself, so that it is unclear what lies inside.",
    ],
    ["Ret geometrien i kortprogrammet, og eksportér igen.", "Repair the geometry in the map program and export again."],
  ),
  "units.unused": warning(
    [
      "Filen bruges ikke, da case.json vil have H3-celler.",
      "The file is not used because case.json asks for H3 cells.",
    ],
    [
      'Sæt units i case.json til kind "polygons", eller slet filen.',
      'Set units in case.json to kind "polygons", or delete the file.',
    ],
  ),
  "units.no-id": error(
    ["Området har intet id. Egenskaber: {found}.", "The area has no id. Properties: {found}."],
    [
      "Kald den egenskab id, der siger, hvad området hedder i de andre filer.",
      "Call the property id that says what the area is called in the other files.",
    ],
  ),
  "units.id-twice": error(
    ["To områder har id {id}.", "Two areas have id {id}."],
    ["Giv hvert område sit eget id.", "Give each area an id of its own."],
  ),
  "units.overlap": warning(
    [
      "{one} og {other} ligger oven i hinanden på {area, number} m². Elever dér: {pupils, number}; de regnes med i {one}.",
      "{one} and {other} overlap by {area, number} m². Pupils there: {pupils, number}; they count in {one}.",
    ],
    [
      "Ret grænserne, så hvert sted hører til ét område.",
      "Correct the borders so that each place belongs to one area.",
    ],
  ),
  "units.overlap-more": warning(
    [
      "Flere par af områder, der ser ud til at ligge oven i hinanden, er ikke målt: {count, number}.",
      "Further pairs of areas that seem to overlap were not measured: {count, number}.",
    ],
    ["Kontrollér, om laget er med to gange.", "Check whether the layer is there twice."],
  ),
  "units.too-many": error(
    [
      "Der ville blive {count, number} celler i opløsning {resolution}; højst {most, number} kan regnes.",
      "There would be {count, number} cells at resolution {resolution}; {most, number} is the limit.",
    ],
    ["Vælg en lavere opløsning i case.json.", "Choose a lower resolution in case.json."],
  ),
  "units.grown": warning(
    [
      "Kommunegrænsen mangler (outline.geojson). Området er gættet: så mange felter om elever og skoler, som der skal til, for at det hænger sammen, {rings} hver vej ({count, number} i alt).",
      "The municipal border is missing (outline.geojson). The area is a guess: as many cells around pupils and sites as it takes for it to hang together, {rings} each way ({count, number} in all).",
    ],
    ["Læg kommunegrænsen i mappen som outline.geojson.", "Put the municipal border in the folder as outline.geojson."],
  ),
  "units.pieces": warning(
    [
      "Basisområderne ligger i {count, number} dele uden fælles grænse, bro eller færge. Elever uden for den største: {pupils, number}.",
      "The units lie in {count, number} parts that share no border, bridge or ferry. Pupils outside the largest: {pupils, number}.",
    ],
    [
      "Tilføj den færge eller vej, der forbinder dem, i roads.geojson.",
      "Add the ferry or road that joins them to roads.geojson.",
    ],
  ),
});
