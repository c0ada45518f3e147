import { tinyPosition } from "./tiny.ts";

const STOPS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  nordfarm: [0, 3000],
  middle: [0, 100],
  sydskole: [0, -2500],
  oestfarm: [2600, 300],
  vestskole: [-2500, 0],
};

const stop = ([id, [east, north]]: readonly [string, readonly [number, number]]): string => {
  const { lat, lon } = tinyPosition(east, north);
  return `${id},${id},${lat},${lon},0`;
};

/**
 * A made-up timetable of the tiny case. `south` runs every school day from nordfarm by the middle to Sydby Skole, where it is at 7:45; `late` is there at
 * half past eight; `home` leads back from there by the middle to nordfarm; `short` from oestfarm runs Monday to Thursday; `boat` is a ferry from oestfarm to Vestby Skole; `summer` goes there in a week of holidays.
 */
export const TIMETABLE: Readonly<Record<string, string>> = {
  "gtfs/stops.txt": [
    "stop_id,stop_name,stop_lat,stop_lon,location_type",
    ...Object.entries(STOPS).map(stop),
    "entrance,An entrance,,,2",
  ].join("\n"),
  "gtfs/trips.txt": [
    "route_id,service_id,trip_id",
    "bus,school,south",
    "bus,school,late",
    "bus,mo-th,short",
    "sea,school,boat",
    "bus,holiday,summer",
    "bus,school,home",
  ].join("\n"),
  "gtfs/stop_times.txt": [
    "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type",
    "south,07:20:00,07:20:00,nordfarm,1,0,1",
    "south,,,middle,2,0,0",
    "south,7:45:00,7:45:00,sydskole,3,1,0",
    "late,08:10:00,08:10:00,nordfarm,1,0,0",
    "late,08:30:00,08:30:00,sydskole,2,0,0",
    "short,07:30:00,07:30:00,oestfarm,1,0,0",
    "short,07:50:00,07:50:00,sydskole,2,0,0",
    "boat,07:20:00,07:20:00,oestfarm,1,0,0",
    "boat,07:50:00,07:50:00,vestskole,2,0,0",
    "summer,07:20:00,07:20:00,nordfarm,1,0,0",
    "summer,07:50:00,07:50:00,vestskole,2,0,0",
    "home,14:10:00,14:10:00,sydskole,1,0,0",
    "home,14:22:30,14:22:30,middle,2,0,0",
    "home,14:35:00,14:35:00,nordfarm,3,0,0",
  ].join("\n"),
  "gtfs/calendar.txt": [
    "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date",
    "school,1,1,1,1,1,0,0,20250428,20250620",
    "mo-th,1,1,1,1,0,0,0,20250428,20250620",
    "holiday,1,1,1,1,1,0,0,20250630,20250808",
  ].join("\n"),
  "gtfs/calendar_dates.txt": ["service_id,date,exception_type", "school,20250501,2", "mo-th,20250501,2"].join("\n"),
  "gtfs/routes.txt": ["route_id,route_type", "bus,3", "sea,4"].join("\n"),
};
