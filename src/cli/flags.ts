import { folkeskoleGrades } from "../domain/folkeskole.ts";
import { measuresIn } from "../evaluate/measures/table.ts";
import { DRAWS } from "../cost/uncertainty.ts";
import { catalogue } from "../domain/language.ts";
import { ASSIGNMENT_OBJECTIVES } from "../domain/question.ts";
import type { CommandName } from "./command-list.ts";
import { ASKING, choice, CHOICES, FILE, type Flag, input, output, PLAN, whole, words } from "./flag-forms.ts";
import { MONEY_FLAGS } from "./money-flags.ts";
import { OUTPUT_FLAGS } from "./output-flags.ts";

import { PAPER_FLAGS } from "./paper-flags.ts";
import { PUBLISH_FLAGS } from "./publish-flags.ts";
import { RECIPE_FLAGS } from "./recipe-flag.ts";
import { ROOM_FLAGS } from "./room-flags.ts";
import { SWEEP_FLAGS } from "./sweep-flags.ts";
import { FORMATS } from "./instances/formats.ts";

const ASSIGNING = ["reassign", "price", "pareto", "repair"] as const;
const SEARCHING = [...ASKING, "consolidate", "compare", "forecast", "buses", "start", "bench-instance"] as const;

/** Larger numbers than any municipality, any patience and any seed need. */
const MANY = 1_000_000_000;

export const FLAGS: readonly Flag[] = catalogue("cli.flags", [
  {
    name: "plan",
    commands: ["evaluate", "calendar", "repair", "forecast", "buses", "reassign", "price", "pareto", "paper"],
    takes: input(PLAN, "2016"),
    required: ["evaluate", "calendar", "repair", "paper"],
    help: { da: "en fil, eller navnet på en plan i MAPPE/plans", en: "a file, or the name of a plan in FOLDER/plans" },
  },
  {
    name: "plan",
    commands: ["compare"],
    takes: input(PLAN, "2016"),
    several: "any",
    required: ["compare"],
    help: {
      da: "en fil, eller navnet på en plan i MAPPE/plans; gives én gang for hver plan",
      en: "a file, or the name of a plan in FOLDER/plans; once for each plan",
    },
  },
  {
    name: "file",
    commands: ["verify"],
    takes: input(FILE, "forslag.json"),
    help: {
      da: "filen, hvor den ikke står ved siden af mappen",
      en: "the file, where it does not stand beside the folder",
    },
  },
  {
    name: "districts",
    commands: ["consolidate", "redraw", "start"],
    takes: whole("count", 1, 10_000, "4"),
    required: ["consolidate", "redraw"],
    unless: "question",
    help: { da: "hvor mange distrikter der skal være", en: "how many districts there are to be" },
  },
  {
    name: "from",
    commands: ["consolidate"],
    takes: choice(CHOICES.from),
    help: {
      da: "hvad der samles: distrikter eller enkelte skoler",
      en: "what is grouped: districts or single schools",
    },
  },
  {
    name: "policy",
    commands: ["consolidate"],
    takes: choice(CHOICES.policy),
    help: {
      da: "om alle bliver på deres skole, eller går til den nærmeste i det nye distrikt",
      en: "whether everybody stays at their school, or goes to the nearest in the new district",
    },
  },
  {
    name: "together",
    commands: ["consolidate"],
    takes: words({ da: "A,B", en: "A,B" }, "Sofielund,Isefjord"),
    several: "any",
    help: { da: "distrikter, der skal være sammen", en: "districts that must be together" },
  },
  {
    name: "apart",
    commands: ["consolidate"],
    takes: words({ da: "A,B", en: "A,B" }, "Sofielund,Isefjord"),
    several: "any",
    help: { da: "distrikter, der ikke må være sammen", en: "districts that must not be together" },
  },
  {
    name: "at-most",
    commands: ["consolidate"],
    takes: whole("pupils", 1, MANY, "2000"),
    help: { da: "flest elever i et distrikt", en: "most pupils in a district" },
  },
  {
    name: "at-least",
    commands: ["consolidate"],
    takes: whole("pupils", 1, MANY, "1000"),
    help: { da: "færrest elever i et distrikt", en: "fewest pupils in a district" },
  },
  {
    name: "contiguity",
    commands: ["consolidate"],
    takes: choice(CHOICES.contiguity),
    help: {
      da: "hvornår distrikter grænser op til hinanden, så de kan lægges sammen; ignored: det behøver de ikke",
      en: "when districts touch, so that they can be merged; ignored: they need not",
    },
  },
  {
    name: "touching",
    commands: ["consolidate"],
    takes: words({ da: "A,B", en: "A,B" }, "Tornved,Elverdam"),
    several: "any",
    help: {
      da: "to distrikter, der grænser op til hinanden, hvad kortet end viser",
      en: "two districts that touch, whatever the map shows",
    },
  },
  {
    name: "not-touching",
    commands: ["consolidate"],
    takes: words({ da: "A,B", en: "A,B" }, "Sofielund,Elverdam"),
    several: "any",
    help: {
      da: "to distrikter, der ikke grænser op til hinanden, hvad kortet end viser",
      en: "two districts that do not touch, whatever the map shows",
    },
  },
  {
    name: "sort",
    commands: ["consolidate"],
    takes: choice(
      measuresIn(folkeskoleGrades()).map(({ key }) => key),
      "saving",
    ),
    help: { da: "nøgletallet, som det bedste vælges efter", en: "the measure that the best is chosen by" },
  },
  {
    name: "rule",
    commands: [...ASSIGNING, "network", "redraw"],
    takes: words({ da: "KRAV", en: "RULE" }, "capacity"),
    several: "any",
    help: { da: "et krav, som svaret skal holde", en: "a rule that the answer must keep" },
  },
  {
    name: "minimise",
    commands: ["reassign", "price"],
    takes: words({ da: "MÅL", en: "GOAL" }, "overflow,pupil-metres"),
    help: { da: "hvad der skal være mindst, i rækkefølge", en: "what is to be least, in order" },
  },
  {
    name: "minimise",
    commands: ["redraw"],
    takes: choice(CHOICES.minimise),
    help: { da: "hvad der skal være mindst", en: "what is to be least" },
  },
  {
    name: "objectives",
    commands: ["pareto"],
    takes: words({ da: "A,B", en: "A,B" }, "pupil-metres,changed-site"),
    help: {
      da: `to eller tre af: ${ASSIGNMENT_OBJECTIVES.join(", ")}`,
      en: `two or three of: ${ASSIGNMENT_OBJECTIVES.join(", ")}`,
    },
  },
  {
    name: "points",
    commands: ["pareto"],
    takes: whole("count", 2, 10_000, "20"),
    help: { da: "flest punkter på fronten", en: "most points on the front" },
  },
  {
    name: "site",
    commands: ["network"],
    takes: words({ da: "SKOLE=TRIN|TRIN|closed", en: "SITE=GRADES|GRADES|closed" }, '"absalon=0-9|closed"'),
    several: "keyed",
    help: {
      da: "hvad en skole må være; de andre bliver da, som de er. Uden flaget må hver skole lukke",
      en: "what a school may be; the others then stay as they are. Without the flag any school may close",
    },
  },
  {
    name: "cost",
    commands: ["network"],
    takes: words({ da: "NAVN=BELØB", en: "NAME=AMOUNT" }, "site=1800000"),
    several: "keyed",
    help: {
      da: "beløb om året i sagens valuta for site, band, pupil eller pupilKilometre",
      en: "an amount a year in the case's currency for site, band, pupil or pupilKilometre",
    },
  },
  {
    name: "networks",
    commands: ["network"],
    takes: whole("count", 1, 1000, "10"),
    help: { da: "hvor mange forskellige skolenet", en: "how many different networks" },
  },
  {
    name: "apart",
    commands: ["network"],
    takes: whole("count", 1, 1000, "2"),
    help: { da: "hvor mange skoler de skal afvige fra hinanden i", en: "in how many schools they must differ" },
  },
  {
    name: "tolerance",
    commands: ["redraw"],
    takes: words({ da: "10%", en: "10%" }, "10%"),
    help: { da: "hvor meget distrikternes størrelse må afvige", en: "how much the districts' size may differ" },
  },
  {
    name: "balance",
    commands: ["redraw"],
    takes: words({ da: "pupils|TRIN", en: "pupils|BAND" }, "0-3"),
    help: { da: "hvilke elever der skal være lige mange af", en: "which pupils there are to be as many of" },
  },
  {
    name: "sites",
    commands: ["redraw"],
    takes: choice(CHOICES.sites),
    help: { da: "om hvert distrikt skal have en skole", en: "whether every district must have a school" },
  },
  {
    name: "seat",
    commands: ["redraw"],
    takes: words({ da: "SKOLE", en: "SITE" }, "absalon"),
    several: "any",
    help: {
      da: "en skole, som et af distrikterne tegnes om",
      en: "a school that one of the districts is drawn around",
    },
  },
  {
    name: "lock",
    commands: ["repair"],
    takes: words({ da: "OMRÅDE", en: "UNIT" }, "891f04b4e3bffff"),
    several: "any",
    help: { da: "et basisområde, der bliver, som det er malet", en: "a basic unit that stays as painted" },
  },
  {
    name: "by",
    commands: ["compare"],
    takes: choice(CHOICES.by),
    help: { da: "hvad eleverne opgøres efter", en: "what pupils are counted by" },
  },
  {
    name: "years",
    commands: ["forecast"],
    takes: whole("years", 1, 30, "12"),
    help: { da: "hvor mange år frem", en: "how many years ahead" },
  },
  ...MONEY_FLAGS,
  ...RECIPE_FLAGS,
  {
    name: "scenario",
    commands: ["forecast"],
    takes: choice(CHOICES.scenario, "high"),
    help: { da: "hvilket scenarie; ellers mid", en: "which scenario; else mid" },
  },
  {
    name: "draws",
    commands: ["forecast"],
    takes: whole("count", 1, 1_000_000, "200"),
    help: {
      da: "hvor mange gange antagelserne trækkes; nævnt siges også, hvor tit pladserne rækker",
      en: "how many times the assumptions are drawn; given, it is also told how often there is room",
    },
  },
  {
    name: "draws",
    commands: ["compare"],
    takes: whole("count", 100, 1_000_000, String(DRAWS.draws)),
    help: {
      da: "hvor mange gange antagelserne trækkes; et andet antal giver lidt andre spænd end siden og de andre kommandoer",
      en: "how many times the assumptions are drawn; another number gives slightly other ranges than the page and the other commands",
    },
  },
  {
    name: "start",
    commands: ["calendar"],
    takes: words({ da: "ÅR", en: "YEAR" }, "2027"),
    required: ["calendar"],
    help: {
      da: "skoleåret, planen gælder fra: 2027 eller 2027/28",
      en: "the school year it holds from: 2027 or 2027/28",
    },
  },
  ...PAPER_FLAGS,
  ...PUBLISH_FLAGS,
  ...ROOM_FLAGS,
  ...SWEEP_FLAGS,
  {
    name: "seats",
    commands: ["buses"],
    takes: whole("places", 1, 1000, "50"),
    help: { da: "pladser i en bus", en: "places in a bus" },
  },
  {
    name: "ride",
    commands: ["buses"],
    takes: whole("minutes", 1, 1000, "60"),
    help: { da: "længste tur i minutter", en: "longest ride in minutes" },
  },
  {
    name: "bus-speed",
    commands: ["buses"],
    takes: whole("percent", 10, 100, "85"),
    help: {
      da: "bussens fart i procent af en bils, i stedet for omkostningsmodellens schoolBusSpeed",
      en: "a bus's speed in percent of a car's, in place of the cost model's schoolBusSpeed",
    },
  },
  {
    name: "format",
    commands: ["bench-instance"],
    takes: choice(FORMATS.map(({ name }) => name)),
    required: ["bench-instance"],
    help: { da: "testopgavens format", en: "the instance's format" },
  },
  {
    name: "baseline",
    commands: ["evaluate", "forecast", "compare", "consolidate", "buses", "calendar", ...ASKING],
    takes: input(PLAN, "2016"),
    help: { da: "planen, der måles mod, i stedet for i dag", en: "the plan to measure against instead of today" },
  },
  {
    name: "question",
    commands: [...ASKING, "consolidate"],
    takes: input(FILE, "holbaek.json"),
    help: {
      da: "et gemt spørgsmål; flag ved siden af går forud for det",
      en: "a saved question; flags beside it go before it",
    },
  },
  {
    name: "save-question",
    commands: [...ASKING, "consolidate"],
    takes: output("holbaek.json"),
    help: { da: "gem spørgsmålet, så det kan stilles igen", en: "save the question, to ask it again" },
  },
  {
    name: "seconds",
    commands: SEARCHING,
    takes: whole("seconds", 1, MANY, "60"),
    help: { da: "længste tid, der ledes", en: "longest time to look" },
  },
  {
    name: "seed",
    commands: [...ASKING, "compare", "forecast", "publish", "bench-instance"],
    takes: whole("count", 0, MANY, "1"),
    help: { da: "hvor tilfældige valg begynder", en: "where random choices start" },
  },
  ...OUTPUT_FLAGS,
  {
    name: "lang",
    commands: "all",
    takes: choice(CHOICES.lang, "en"),
    help: { da: "sprog: dansk eller engelsk", en: "language: Danish or English" },
  },
  {
    name: "help",
    commands: "all",
    takes: { kind: "nothing" },
    help: { da: "denne hjælp", en: "this help" },
  },
  {
    name: "version",
    commands: "all",
    takes: { kind: "nothing" },
    help: { da: "programmets version", en: "the program's version" },
  },
]);

const takesFlag = ({ commands }: Flag, command: CommandName): boolean =>
  commands === "all" || commands.includes(command);

/** The flags of a command, in the table's order. */
export const flagsOf = (command: CommandName): readonly Flag[] => FLAGS.filter((flag) => takesFlag(flag, command));
