import { catalogue } from "../domain/language.ts";
import { error, warning } from "./issue-text.ts";

/** Issues of the timetable: the files of GTFS, and when school begins. */
export const BUS_ISSUES = catalogue("import.issues.buses", {
  "gtfs.packed": warning(
    ["Køreplanen {file} læses ikke under det navn.", "The timetable {file} is not read by that name."],
    [
      "Kald filen gtfs.zip, eller pak den ud i mappen gtfs.",
      "Call the file gtfs.zip, or unpack it into the folder gtfs.",
    ],
  ),
  "gtfs.both": warning(
    [
      "Sagen har både mappen gtfs og filen gtfs.zip. Mappen læses, filen ikke.",
      "The case has both the folder gtfs and the file gtfs.zip. The folder is read, the file is not.",
    ],
    ["Fjern den af dem, der ikke gælder.", "Remove the one that is not in force."],
  ),
  "gtfs.zip": error(
    ["Køreplanen gtfs.zip kan ikke pakkes ud.", "The timetable gtfs.zip cannot be unpacked."],
    [
      "Hent filen igen, eller pak den ud i mappen gtfs med et andet program.",
      "Fetch the file again, or unpack it into the folder gtfs with another program.",
    ],
  ),
  "gtfs.zip-large": error(
    [
      "{name} i gtfs.zip fylder for meget, når den pakkes ud: højst {each} MB i en fil og {all} MB i alt.",
      "{name} in gtfs.zip takes up too much once unpacked: at most {each} MB in a file and {all} MB in all.",
    ],
    [
      "Tag den del af køreplanen, der dækker egnen, og pak den igen.",
      "Take the part of the timetable that covers the region, and pack it again.",
    ],
  ),
  "gtfs.zip-other": error(
    [
      "Der er ingen stops.txt i gtfs.zip, så det er ingen køreplan.",
      "There is no stops.txt in gtfs.zip, so it is no timetable.",
    ],
    [
      "Læg en køreplan i formatet GTFS, som Rejseplanen udgiver den, i gtfs.zip.",
      "Put a timetable in the format GTFS, as Rejseplanen publishes it, in gtfs.zip.",
    ],
  ),
  "gtfs.no-routes": warning(
    [
      "Køreplanen siger ikke, hvilke linjer der er færger: alle regnes for busser.",
      "The timetable does not say which lines are ferries: all count as buses.",
    ],
    ["Læg routes.txt ved siden af køreplanens andre filer.", "Put routes.txt beside the other files of the timetable."],
  ),
  "gtfs.position": error(
    [
      "Stoppestedet {stop} kan ikke ligge på breddegrad {lat} og længdegrad {lon}.",
      "Stop {stop} cannot lie at latitude {lat} and longitude {lon}.",
    ],
    [
      "Skriv stop_lat og stop_lon i grader med punktum, for eksempel 55.716 og 11.713.",
      "Write stop_lat and stop_lon in degrees with a point, such as 55.716 and 11.713.",
    ],
  ),
  "gtfs.unknown-stop": error(
    ["Stoppestedet {stop} er ikke i stops.txt.", "Stop {stop} is not in stops.txt."],
    [
      "Tag stops.txt og stop_times.txt fra samme køreplan.",
      "Take stops.txt and stop_times.txt from the same timetable.",
    ],
  ),
  "gtfs.unknown-trip": error(
    ["Turen {trip} er ikke i trips.txt.", "Trip {trip} is not in trips.txt."],
    [
      "Tag trips.txt og stop_times.txt fra samme køreplan.",
      "Take trips.txt and stop_times.txt from the same timetable.",
    ],
  ),
  "gtfs.route-type": warning(
    [
      "Linjens art er ikke et tal: {found}. Linjen regnes for en bus.",
      "The line's kind is no number: {found}. The line counts as a bus.",
    ],
    ["Skriv 3 for bus og 4 for færge i route_type.", "Write 3 for a bus and 4 for a ferry in route_type."],
  ),
  "gtfs.unknown-route": warning(
    [
      "Linjen {route} er ikke i routes.txt. Dens ture regnes for busser.",
      "Line {route} is not in routes.txt. Its trips count as buses.",
    ],
    ["Tag routes.txt og trips.txt fra samme køreplan.", "Take routes.txt and trips.txt from the same timetable."],
  ),
  "gtfs.unknown-service": error(
    [
      "Kørslen {service} er hverken i calendar.txt eller i calendar_dates.txt.",
      "Service {service} is in neither calendar.txt nor calendar_dates.txt.",
    ],
    ["Læg begge filer fra samme køreplan i mappen gtfs.", "Put both files of the same timetable in the folder gtfs."],
  ),
  "gtfs.trip-twice": error(
    ["Turen {trip} er i trips.txt to gange.", "Trip {trip} is in trips.txt twice."],
    ["Slet den ene række, eller hent køreplanen igen.", "Delete one of the rows, or fetch the timetable again."],
  ),
  "gtfs.time": error(
    ["{found} er ikke et klokkeslæt.", "{found} is no time of day."],
    [
      "Skriv timer, minutter og sekunder, for eksempel 07:45:00; efter midnat 24:10:00 og videre, højst 48:00:00.",
      "Write hours, minutes and seconds, such as 07:45:00; after midnight 24:10:00 and on, at most 48:00:00.",
    ],
  ),
  "gtfs.sequence": error(
    ["{found} er ikke et nummer i rækkefølgen.", "{found} is no number in the order."],
    [
      "Skriv stop_sequence som hele tal: 1, 2, 3 og så videre.",
      "Write stop_sequence as whole numbers: 1, 2, 3 and so on.",
    ],
  ),
  "gtfs.back-in-time": error(
    [
      "Turen {trip} er ved et stop før stoppet inden, eller kører derfra, før den er der.",
      "Trip {trip} is at a stop before the stop ahead of it, or leaves before it is there.",
    ],
    [
      "Ret tiden eller rækkefølgen; efter midnat tælles der videre fra 24.",
      "Correct the time or the order; after midnight counting goes on from 24.",
    ],
  ),
  "gtfs.no-times": error(
    [
      "Turen {trip} har ingen tid ved sit første eller sidste stop.",
      "Trip {trip} has no time at its first or last stop.",
    ],
    ["Udfyld arrival_time ved begge.", "Fill in arrival_time at both."],
  ),
  "gtfs.date": error(
    ["{found} er ikke en dato.", "{found} is no date."],
    ["Skriv år, måned og dag med otte cifre: 20250512.", "Write year, month and day in eight digits: 20250512."],
  ),
  "gtfs.weekday": error(
    ["{found} siger ikke, om der køres den dag.", "{found} does not say whether it runs that day."],
    ["Skriv 1, hvis der køres, ellers 0.", "Write 1 if it runs, else 0."],
  ),
  "gtfs.exception": error(
    ["{found} siger ikke, om der køres den dato.", "{found} does not say whether it runs on that date."],
    ["Skriv 1, hvis der køres, og 2, hvis ikke.", "Write 1 if it runs, and 2 if not."],
  ),
  "gtfs.no-week": error(
    [
      "Køreplanen har ingen uge, hvor der køres mellem mandag og fredag.",
      "The timetable has no week in which anything runs from Monday to Friday.",
    ],
    [
      "Ret dagene i calendar.txt, eller hent en køreplan, der dækker en skoleuge.",
      "Correct the days in calendar.txt, or fetch a timetable that covers a school week.",
    ],
  ),
  "case.school-hours": error(
    [
      "Bussen skal være ved skolen fra {from} til {to}, og det er ingen tid.",
      "The bus is to be at the school from {from} to {to}, which is no time at all.",
    ],
    [
      "Skriv et tidligste og et senere seneste klokkeslæt, for eksempel 07:15 og 08:00.",
      "Write an earliest and a later latest time of day, such as 07:15 and 08:00.",
    ],
  ),
  "case.home-hours": error(
    [
      "Bussen hjem skal køre fra skolen fra {from} til {to}, og det er ingen tid.",
      "The bus home is to leave the school from {from} to {to}, which is no time at all.",
    ],
    [
      "Skriv et tidligste og et senere seneste klokkeslæt i leaveFrom og leaveBy, for eksempel 13:30 og 15:30.",
      "Write an earliest and a later latest time of day in leaveFrom and leaveBy, such as 13:30 and 15:30.",
    ],
  ),
  "case.change-minutes": error(
    [
      "Et skift skal tage mindst {from} og højst {to} minutter, og det kan intet skift.",
      "A change is to take at least {from} and at most {to} minutes, which no change can.",
    ],
    [
      "Skriv et lavere tal i changeLeast end i changeMost, for eksempel 3 og 15.",
      "Write a lower number in changeLeast than in changeMost, such as 3 and 15.",
    ],
  ),
});
