import { catalogue } from "../domain/language.ts";

export const ARGUMENTS_TEXT = catalogue("cli.arguments", {
  // A path with a space in it that was not put in quotes ends up as several words.
  oneTooMany: {
    da: "{word} er ét ord for meget efter {place}; sæt navne med mellemrum i anførselstegn.",
    en: "{word} is one word too many after {place}; put names with spaces in quotes.",
  },
  unknownCommand: { da: "Ukendt kommando: {word}.{there}", en: "Unknown command: {word}.{there}" },
  unknownFlag: { da: "Ukendt flag: {typed}.{there}", en: "Unknown flag: {typed}.{there}" },
  unknownChoice: { da: "{typed}: {value} kendes ikke.{choices}", en: "{typed}: {value} is not known.{choices}" },
  choices: { da: " Skriv en af: {list}.", en: " Write one of: {list}." },
  meant: { da: " Mente du {near}?", en: " Did you mean {near}?" },
  or: { da: " eller ", en: " or " },
  flagsThere: { da: " Der er: {names}.", en: " There are: {names}." },
  commandMissing: { da: "Kommandoen mangler.", en: "The command is missing." },
  wordMissing: { da: "{word} mangler.", en: "{word} is missing." },
  flagMissing: {
    da: "--{name} mangler, for eksempel {exampleOf}.",
    en: "--{name} is missing, such as {exampleOf}.",
  },
  seeHelp: { da: "Se skoledistrikt{about} --help.", en: "See skoledistrikt{about} --help." },
  wrongValue: {
    da: "{typed}: {wrong}. Skriv for eksempel {example}.",
    en: "{typed}: {wrong}. Write for example {example}.",
  },
  valueUnwanted: { da: "--{name} tager ingen værdi.", en: "--{name} takes no value." },
  valueMissing: {
    da: "--{name} mangler sin værdi, for eksempel {exampleOf}.",
    en: "--{name} lacks its value, such as {exampleOf}.",
  },
  contradiction: {
    da: "{typed} og {typed2} modsiger hinanden. Behold den ene.",
    en: "{typed} and {typed2} contradict each other. Keep one of them.",
  },
  flagTwice: { da: "{typed} står der to gange.", en: "{typed} is there twice." },
  flagOfOthers: {
    da: "{command} har ikke flaget --{name}; det hører til {value}.",
    en: "{command} has no flag --{name}; it belongs to {value}.",
  },
});
