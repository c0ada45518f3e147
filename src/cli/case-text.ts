import { catalogue } from "../domain/language.ts";

export const CASE_TEXT = catalogue("cli.case.said", {
  plansOfCase: { da: " Sagens planer er: {list}.", en: " The case's plans are: {list}." },
  errorCount: {
    da: "{errors, plural, one {Én fejl} other {# fejl}}. Intet er regnet eller skrevet.",
    en: "{errors, plural, one {One error} other {# errors}}. Nothing was computed or written.",
  },
  notFolder: {
    da: "»{folder}« er en fil. Angiv mappen, som case.json ligger i, for eksempel data/holbaek.",
    en: '"{folder}" is a file. Name the folder that case.json is in, such as data/holbaek.',
  },
  noFolder: {
    da: "Mappen »{folder}« findes ikke. Angiv en mappe med case.json, for eksempel data/holbaek.",
    en: 'The folder "{folder}" does not exist. Name a folder with case.json, such as data/holbaek.',
  },
  folderNotPlan: { da: "»{name}« er en mappe, ikke en plan.", en: '"{name}" is a folder, not a plan.' },
  sameNameOtherPlan: {
    da: "{name} er en anden plan end den, der allerede hedder {wanted}; her kaldes den {id}.",
    en: "{name} is another plan than the one already called {wanted}; here it is called {id}.",
  },
});
