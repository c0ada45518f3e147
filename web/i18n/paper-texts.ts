/** Texts for a proposal on paper that is typed in. */
export const daPaper = {
  "paper.title": "Forslag på papir",
  "paper.text":
    "Et bord uden skærm kan være med: print et ark, lad dem sætte kryds, og tast krydserne ind her. Arket rummer, hvilke skoler der lukker eller skifter distrikt.",
  "paper.start": "Arket begynder fra",
  "paper.get": "Hent arket",
  "paper.fileName": "ark",
  "paper.working": "Tegner arket …",
  "paper.failed": "Arket kunne ikke laves. Prøv igen.",
  "paper.enter": "Tast et ark ind",
  "paper.school": "Skole",
  "paper.closes": "Lukker",
  "paper.closesOf": "{school} lukker",
  "paper.to": "Distrikt",
  "paper.toOf": "{school} er i distrikt",
  "paper.code": "Koden til at skrive på arket: {code}",
  "paper.none": "Sæt kryds som på arket.",
  "paper.make": "Lav forslaget",
  "paper.after":
    "Forslaget får de elever fordelt, hvis skole lukker, som når en skole lukkes her. I et rum lægger I det frem på Mødet.",
} as const;

export const enPaper: Readonly<Record<keyof typeof daPaper, string>> = {
  "paper.title": "Proposals on paper",
  "paper.text":
    "A table without a screen can take part: print a sheet, let them make crosses, and type the crosses in here. The sheet holds which schools close or change district.",
  "paper.start": "The sheet begins from",
  "paper.get": "Get the sheet",
  "paper.fileName": "sheet",
  "paper.working": "Drawing the sheet …",
  "paper.failed": "The sheet could not be made. Try again.",
  "paper.enter": "Type a sheet in",
  "paper.school": "School",
  "paper.closes": "Closes",
  "paper.closesOf": "{school} closes",
  "paper.to": "District",
  "paper.toOf": "{school} is in district",
  "paper.code": "The code to write on the sheet: {code}",
  "paper.none": "Make crosses as on the sheet.",
  "paper.make": "Make the proposal",
  "paper.after":
    "Pupils whose school closes are given another as when a school is closed here. In a room, put the proposal forward under Meeting.",
};
