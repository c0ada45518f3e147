import { catalogue, filled, inBoth, LANGUAGES, type Language, type Text } from "../../domain/language.ts";
import { cleaned } from "../../protocol/words.ts";

/** What the statements tell of this server; of a page without a server nothing is kept anywhere but in the browser. */
interface StatementFacts {
  /** For so many days a room that nobody uses is kept; absent: there is no server, and there are no rooms. */
  readonly keepDays?: number;
  /** Who answers for it, as whoever runs the program writes it: a name, an address, a telephone number. */
  readonly contact?: string;
  /** Planners sign in by their employer's service. */
  readonly signIn?: "offered";
}

/** The pages, by the path they stand at. */
export const STATEMENTS = ["privatliv", "tilgaengelighed"] as const;
type Statement = (typeof STATEMENTS)[number];

interface Part {
  readonly head: Text;
  readonly lines: readonly Text[];
}

/** A statement as a page of its own in every language, with the facts filled in. */
export function statementPage(statement: Statement, facts: StatementFacts): string {
  const [first, ...others] = LANGUAGES;
  const title = TITLES[statement];
  const parts = PARTS[statement](facts);
  const body = LANGUAGES.map((language) => {
    const text = parts.map(
      ({ head, lines }) => `<h2>${head[language]}</h2>${lines.map((line) => `<p>${line[language]}</p>`).join("")}`,
    );
    return `<section lang="${language}" id="${language}"><h1>${title[language]}</h1>${text.join("\n")}</section>`;
  });
  const links = others.map((language) => `<a href="#${language}" lang="${language}">${title[language]}</a>`);
  return `<!doctype html>
<html lang="${first}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title[first]} · skoledistrikt</title>
<style>body{font:1.0625rem/1.55 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1rem;color:#222;background:#fff}a{color:#004d99}section+section{border-top:1px solid #999;margin-top:3rem}@media(prefers-color-scheme:dark){body{color:#eee;background:#111}a{color:#9cf}}</style>
</head><body><nav>${['<a href="./">skoledistrikt</a>', ...links].join(" · ")}</nav>
<main>
${body.join("\n")}
</main></body></html>
`;
}

const TITLES: Readonly<Record<Statement, Text>> = catalogue("server.operations.statements.titles", {
  privatliv: { da: "Sådan behandles det, du skriver og tegner", en: "What becomes of what you write and draw" },
  tilgaengelighed: { da: "Tilgængelighed", en: "Accessibility" },
});

const PARTS: Readonly<Record<Statement, (facts: StatementFacts) => readonly Part[]>> = { privatliv, tilgaengelighed };

const NO_CONTACT: Text = catalogue("server.operations.statements.noContact", {
  da: "Den, der har lagt siden ud, har ikke skrevet, hvem du kan spørge. Spørg den, du fik linket af.",
  en: "Whoever put this page up has not written whom you can ask. Ask whoever gave you the link.",
});

const escaped = (text: string): string =>
  cleaned(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const asked = ({ contact }: StatementFacts): Text => {
  const written = contact?.trim() ?? "";
  return written === "" ? NO_CONTACT : inBoth(() => escaped(written));
};

/** A sentence that ends with the address of whom one can complain to. */
const complaint = ({ words, address, name }: typeof PRIVACY.complain): Text =>
  filled(words, { link: inBoth((language: Language) => `<a href="${address[language]}">${name}</a>`) });

const PRIVACY = catalogue("server.operations.statements.privacy", {
  aloneHead: { da: "Uden et rum", en: "Without a room" },
  aloneKept: {
    da: "Alt regnes ud i din egen browser. De forslag, du tegner, gemmes i browseren på din computer eller telefon og sendes ikke til nogen. Siden bruger ingen cookies, måler ikke besøg og henter intet fra andre end den, der har lagt den ud.",
    en: "Everything is computed in your browser. Proposals that you draw are kept in the browser on your own machine and sent to nobody. There are no cookies, no counting of visits, and nothing is fetched from anybody but whoever put the page up.",
  },
  aloneMadeUp: {
    da: "Er eleverne på kortet opdigtede, står det på kortet. Er de ikke opdigtede, kan siden kun ses på den computer, den kører på.",
    en: "The pupils on the map are made up where the map says so. Where they are not, the page can be seen on the machine that it runs on alone.",
  },
  noRoomsHead: { da: "Rum", en: "Rooms" },
  noRooms: {
    da: "Siden er lagt ud uden en server, så der er ingen rum, og der gemmes intet om dig andre steder.",
    en: "This page was put up without a server. There are no rooms, and nothing about you is kept anywhere else.",
  },
  roomHead: { da: "I et rum", en: "In a room" },
  roomKeeps: {
    da: "Serveren gemmer rummets navn, det navn, du selv skriver (det er valgfrit), hvornår du kom, og hvilken rolle du har. Den gemmer også det, du tegner og skriver, med tidspunkt, og din stemme, så længe en afstemning er åben. Når afstemningen lukkes, tælles stemmerne op, og det slettes, hvem der afgav dem.",
    en: "The server keeps the name of the room; the name that you write yourself (you may leave it out), when you came and what you may do in the room; what you draw and when; what you write; and your ballot while a vote is open. When it is closed the ballots are counted, and whose they were is deleted.",
  },
  roomSeen: {
    da: "Alle i rummet kan se navne, tegninger og indlæg. Ingen kan se, hvad du stemmer. Skriv ikke adresser, telefonnumre eller noget om andre menneskers private forhold.",
    en: "Everybody in the room sees names, drawings and comments. Nobody sees how you vote. Do not write addresses, telephone numbers or other people's affairs.",
  },
  roomAddress: {
    da: "Serveren gemmer ikke din IP-adresse, og der står ingen navne i dens driftslog. Den hemmelige del af linket gemmes kun som en kontrolsum.",
    en: "The server does not keep your address on the net, and there are no names in its log. Of the secret in the link a checksum alone is kept.",
  },
  roomDeleted: {
    da: "Et rum, som ingen har brugt i {days} dage, slettes med alt, hvad der er i det. Sikkerhedskopier fra før den tid slettes af den, der driver serveren.",
    en: "A room that nobody uses for {days} days is deleted with all that is in it. Backups made before are deleted by whoever runs the server.",
  },
  signIn: {
    da: "Planlæggere kan logge ind med loginnet fra deres arbejdsplads for at lave rum. Til det bruges én cookie, som udløber efter 12 timer. Ingen andre behøver en konto.",
    en: "Planners can sign in by their employer's service in order to make rooms. A cookie is then set that is used for this alone and ends after 12 hours. Nobody else needs an account.",
  },
  ownHead: { da: "Se eller slet dine bidrag", en: "To see it, and to have it deleted" },
  own: {
    da: "Under »Mødet« i rummet finder du »Mine bidrag«. Der kan du hente alt, hvad du har gjort fra din plads, og få slettet dit navn og det, du har skrevet. Det, du har tegnet, bliver stående i forslagene uden navn, fordi andre har tegnet videre på det. Har du ikke længere din plads i rummet, kan den, der er nævnt herunder, gøre det for dig.",
    en: 'In the room there is "What I contributed" under Meeting. There you get all that you did from your seat, and can have your name and what you wrote deleted. What you drew stays in the proposals without a name, since others went on from it. If you no longer have the seat, whoever is named below can do it for you.',
  },
  askHead: { da: "Hvem du kan spørge", en: "Whom you can ask" },
  complain: {
    words: {
      da: "Du kan klage til Datatilsynet: {link}.",
      en: "You can complain to the Danish Data Protection Agency: {link}.",
    },
    address: { da: "https://www.datatilsynet.dk/", en: "https://www.datatilsynet.dk/english" },
    name: "datatilsynet.dk",
  },
});

function privatliv(facts: StatementFacts): readonly Part[] {
  const { keepDays, signIn } = facts;
  const said = PRIVACY;
  const rooms: readonly Part[] =
    keepDays === undefined
      ? [{ head: said.noRoomsHead, lines: [said.noRooms] }]
      : [
          {
            head: said.roomHead,
            lines: [
              said.roomKeeps,
              said.roomSeen,
              said.roomAddress,
              filled(said.roomDeleted, { days: keepDays }),
              ...(signIn ? [said.signIn] : []),
            ],
          },
          { head: said.ownHead, lines: [said.own] },
        ];
  return [
    { head: said.aloneHead, lines: [said.aloneKept, said.aloneMadeUp] },
    ...rooms,
    { head: said.askHead, lines: [asked(facts), complaint(said.complain)] },
  ];
}

const ACCESS = catalogue("server.operations.statements.access", {
  canHead: { da: "Hvad siden kan", en: "What the page can do" },
  can: {
    da: "Siden er lavet efter WCAG 2.1 på niveau AA, som loven om tilgængelighed af offentlige organers websteder kræver. Alt kan gøres med tastaturet, også tegning på kortet. Siden kan bruges ved 200 og 400 % forstørrelse, med høj kontrast og på en telefon. Hver udgave af programmet kontrolleres automatisk med værktøjet axe i mange af sidens tilstande.",
    en: "The page is made to meet WCAG 2.1 at level AA, as the Danish act on accessibility of public websites asks. Everything can be done by keyboard, drawing on the map too; it can be used at 200 and 400 % zoom, in high contrast and on a phone. Every version of the program is tried automatically with axe in many states of the page.",
  },
  cannotHead: { da: "Hvad den ikke kan", en: "What it cannot do" },
  map: {
    da: "Selve kortet er et billede. Alt, hvad det viser, findes også i tabeller og lister; tryk på »Tabel«.",
    en: 'The map itself is a picture. All that it shows stands in tables and lists too: press "Table".',
  },
  notTried: {
    da: "Siden er ikke afprøvet af mennesker, der bruger skærmlæser til daglig. Automatisk kontrol finder ikke alle fejl.",
    en: "The page has not been tried by people who use a screen reader every day. Automatic trials do not find every fault.",
  },
  printed: {
    da: "Det trykte ark og kortet som billedfil har ingen tekst, der kan læses op.",
    en: "The printed sheet and the map as a picture have no text that can be read aloud.",
  },
  sayHead: { da: "Sig til, hvis noget er i vejen", en: "Say so if something is in the way" },
  complain: {
    words: {
      da: "Hjælper det ikke, kan du klage til Digitaliseringsstyrelsen: {link}.",
      en: "Where that does not help, you can complain to the Danish Agency for Digital Government: {link}.",
    },
    address: { da: "https://digst.dk/", en: "https://en.digst.dk/" },
    name: "digst.dk",
  },
});

function tilgaengelighed(facts: StatementFacts): readonly Part[] {
  return [
    { head: ACCESS.canHead, lines: [ACCESS.can] },
    { head: ACCESS.cannotHead, lines: [ACCESS.map, ACCESS.notTried, ACCESS.printed] },
    { head: ACCESS.sayHead, lines: [asked(facts), complaint(ACCESS.complain)] },
  ];
}
