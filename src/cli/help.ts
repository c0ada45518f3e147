import type { Text } from "../domain/language.ts";

/** What `--help` prints; `{measures}` and `{formats}` list what `--sort` and `--format` take. */
export const HELP: Text = {
  da: `skoledistrikt: læg en kommunes skoledistrikter om i det åbne

  skoledistrikt check MAPPE                    gå alle filer igennem for fejl
  skoledistrikt evaluate MAPPE --plan PLAN     mål en plan mod i dag
      [--baseline PLAN] [--json FIL]
  skoledistrikt forecast MAPPE [--plan PLAN]   elever, klasser og plads år for år
      [--years 12] [--scenario low|mid|high] [--draws N] [--seed N] [--json FIL] [--csv FIL]
  skoledistrikt compare MAPPE --plan PLAN --plan PLAN …   hvem rammes, hvor sikkert er det, hvad vender rækkefølgen
      [--by town|parish] [--baseline PLAN] [--draws 10000] [--seed 1] [--json FIL] [--csv FIL]
  skoledistrikt consolidate MAPPE --districts 4   alle måder at samle distrikterne på
      [--from districts|sites] [--policy stay|nearest] [--together A,B] [--apart A,B] [--at-most ELEVER] [--at-least ELEVER]
      [--contiguity required|ignored] [--sort NØGLETAL] [--baseline PLAN]
      [--json FIL] [--csv FIL] [--geojson FIL]
  skoledistrikt reassign MAPPE                 hvem går hvor, når skolerne er givet
      [--rule KRAV …] [--minimise MÅL] [--plan PLAN]
  skoledistrikt network MAPPE                  hvilke skoler er åbne, med hvilke klassetrin
      [--rule KRAV …] [--site SKOLE=0-9|0-6|closed …] [--cost site=1800000 …] [--networks N] [--apart N]
  skoledistrikt redraw MAPPE --districts 4     tegn distrikter frit: sammenhængende, lige store, tætte
      [--tolerance 10%] [--balance pupils|0-3|4-6|7-9] [--minimise inertia|pupil-metres]
      [--sites in-every-district|ignored] [--seat SKOLE …]; 60 sekunder, hvis --seconds ikke er givet
  skoledistrikt price MAPPE [--rule KRAV …]    hvad hvert krav koster på hvert nøgletal
  skoledistrikt pareto MAPPE --objectives pupil-metres,changed-site [--points N] [--rule KRAV …]
  skoledistrikt repair MAPPE --plan PLAN [--lock OMRÅDE …] [--rule KRAV …]   gør en plan færdig eller ret den
      for alle seks: [--question FIL] [--save-question FIL] [--seconds N] [--seed N]
      [--json FIL] [--save-plan FIL] [--geojson FIL]
  skoledistrikt costs MAPPE                    omkostningsmodellen: hver pris med spænd, kilde og ejer; modellen på kendte sager
  skoledistrikt buses MAPPE [--plan PLAN]      skolebusruter ved siden af buskort [--seats N] [--ride MINUTTER] [--geojson FIL]
  skoledistrikt calendar MAPPE --plan PLAN --start ÅR   frister for at lukke eller lægge sammen [--ics FIL]
  skoledistrikt serve MAPPE                    kortet i browseren (PORT vælger port)
  skoledistrikt start MAPPE [--districts 4]    hovedsvaret, derefter kortet
  skoledistrikt bench-instance FIL --format FORMAT  løs en offentliggjort testopgave
      [--seconds N] [--seed N] [--json FIL]

  PLAN er en fil eller navnet på en plan i MAPPE/plans. --lang da|en vælger sprog.

KRAV: capacity, contiguous-zones, keeps-own-unit, nearest-open, one-site-for-all-bands, stay-in-district, most-moved:N,
  capacity-in-years:1-12:low,mid,high, lock:OMRÅDE:0-3:SKOLE, longest-way:0-3:METER, feeder:FRA:TIL, most-split:N; til network: capacity, most-closures:N,
  fewest-pupils:N, most-pupils:N, longest-way:0-3:METER
MÅL: trin adskilt af komma, vægtede summer med *: overflow,pupil-metres · pupil-metres*1+changed-site*500;
  kan være pupil-metres, longest-way, changed-site, overflow, kroner, fullest-site

Eksempler
  skoledistrikt consolidate data/holbaek --districts 4
  skoledistrikt consolidate data/holbaek --districts 4 --policy nearest --sort pupil-kilometres --csv planer.csv
  skoledistrikt consolidate data/holbaek --districts 4 --apart Sofielund,Isefjord --at-most 2000
  skoledistrikt evaluate data/holbaek --plan 2021 --baseline 2016
  skoledistrikt compare data/holbaek --plan 2016 --plan 2021
  skoledistrikt forecast data/holbaek --plan 2016 --scenario high --draws 200
  skoledistrikt reassign data/holbaek --rule capacity-in-years:0-12:mid
  skoledistrikt redraw data/holbaek --districts 4 --tolerance 5% --geojson distrikter.geojson
  skoledistrikt redraw data/lattice --districts 3 --minimise pupil-metres --balance 0-3

Svar: 0 i orden · 1 intern fejl · 2 fejl i data eller ordre · 3 kan ikke lade sig gøre · 4 stoppet før bevis

--sort: {measures}
--format: {formats}`,
  en: `skoledistrikt: restructure a municipality's school districts in the open

  skoledistrikt check FOLDER                   look through all files for errors
  skoledistrikt evaluate FOLDER --plan PLAN    measure a plan against today
      [--baseline PLAN] [--json FILE]
  skoledistrikt forecast FOLDER [--plan PLAN]  pupils, classes and room year by year
      [--years 12] [--scenario low|mid|high] [--draws N] [--seed N] [--json FILE] [--csv FILE]
  skoledistrikt compare FOLDER --plan PLAN --plan PLAN …  who is hit, how sure it is, what turns the order
      [--by town|parish] [--baseline PLAN] [--draws 10000] [--seed 1] [--json FILE] [--csv FILE]
  skoledistrikt consolidate FOLDER --districts 4  every way to group the districts
      [--from districts|sites] [--policy stay|nearest] [--together A,B] [--apart A,B] [--at-most PUPILS] [--at-least PUPILS]
      [--contiguity required|ignored] [--sort MEASURE] [--baseline PLAN]
      [--json FILE] [--csv FILE] [--geojson FILE]
  skoledistrikt reassign FOLDER                who goes where among the given schools
      [--rule RULE …] [--minimise GOAL] [--plan PLAN]
  skoledistrikt network FOLDER                 which sites are open, with which grades
      [--rule RULE …] [--site SITE=0-9|0-6|closed …] [--cost site=1800000 …] [--networks N] [--apart N]
  skoledistrikt redraw FOLDER --districts 4    draw districts freely: contiguous, of like size, compact
      [--tolerance 10%] [--balance pupils|0-3|4-6|7-9] [--minimise inertia|pupil-metres]
      [--sites in-every-district|ignored] [--seat SITE …]; 60 seconds unless --seconds says otherwise
  skoledistrikt price FOLDER [--rule RULE …]   what each rule costs on each measure
  skoledistrikt pareto FOLDER --objectives pupil-metres,changed-site [--points N] [--rule RULE …]
  skoledistrikt repair FOLDER --plan PLAN [--lock UNIT …] [--rule RULE …]   complete or mend a plan
      for all six: [--question FILE] [--save-question FILE] [--seconds N] [--seed N]
      [--json FILE] [--save-plan FILE] [--geojson FILE]
  skoledistrikt costs FOLDER                   the cost model: every price with range, source and owner; the model on known cases
  skoledistrikt buses FOLDER [--plan PLAN]     school bus routes beside travel cards [--seats N] [--ride MINUTES] [--geojson FILE]
  skoledistrikt calendar FOLDER --plan PLAN --start YEAR   time limits for closing or merging [--ics FILE]
  skoledistrikt serve FOLDER                   the map in the browser (PORT chooses the port)
  skoledistrikt start FOLDER [--districts 4]   the main answer, then the map
  skoledistrikt bench-instance FILE --format FORMAT  solve a published instance
      [--seconds N] [--seed N] [--json FILE]

  PLAN is a file or the name of a plan in FOLDER/plans. --lang da|en chooses the language.

RULE: capacity, contiguous-zones, keeps-own-unit, nearest-open, one-site-for-all-bands, stay-in-district, most-moved:N,
  capacity-in-years:1-12:low,mid,high, lock:UNIT:0-3:SITE, longest-way:0-3:METRES, feeder:FROM:TO, most-split:N; for network: capacity, most-closures:N,
  fewest-pupils:N, most-pupils:N, longest-way:0-3:METRES
GOAL: stages between commas, weighted sums with *: overflow,pupil-metres · pupil-metres*1+changed-site*500;
  may be pupil-metres, longest-way, changed-site, overflow, kroner, fullest-site

Examples
  skoledistrikt consolidate data/holbaek --districts 4
  skoledistrikt consolidate data/holbaek --districts 4 --policy nearest --sort pupil-kilometres --csv plans.csv
  skoledistrikt consolidate data/holbaek --districts 4 --apart Sofielund,Isefjord --at-most 2000
  skoledistrikt evaluate data/holbaek --plan 2021 --baseline 2016
  skoledistrikt compare data/holbaek --plan 2016 --plan 2021
  skoledistrikt forecast data/holbaek --plan 2016 --scenario high --draws 200
  skoledistrikt reassign data/holbaek --rule capacity-in-years:0-12:mid
  skoledistrikt redraw data/holbaek --districts 4 --tolerance 5% --geojson districts.geojson
  skoledistrikt redraw data/lattice --districts 3 --minimise pupil-metres --balance 0-3

Exit: 0 ok · 1 internal error · 2 error in data or command · 3 infeasible · 4 stopped before proof

--sort: {measures}
--format: {formats}`,
};
