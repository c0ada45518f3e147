import { catalogue } from "../domain/language.ts";

export const OUTPUTS_TEXT = catalogue("cli.outputs", {
  sameFile: {
    da: "{other} og {typed} er den samme fil. Giv dem hver sit navn.",
    en: "{other} and {typed} are the same file. Give each a name of its own.",
  },
  only: { da: "{typed}: {trouble}", en: "{typed}: {trouble}" },
  overInput: {
    da: "{typed} ville skrive oven i {input}, som kommandoen læser. Vælg et andet navn.",
    en: "{typed} would write over {input}, which the command reads. Choose another name.",
  },
  readByCase: {
    da: "{typed}: sagen ville læse filen som sin egen {path}. Vælg et andet navn.",
    en: "{typed}: the case would read the file as its own {path}. Choose another name.",
  },
  isFolder: { da: "det er en mappe. Tilføj et filnavn.", en: "this is a folder. Add a file name." },
  notAllowed: {
    da: "her må der ikke skrives. Vælg et andet sted.",
    en: "nothing may be written here. Choose another place.",
  },
});
