import { catalogue, type Language } from "../../domain/language.ts";
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
  readonly head: string;
  readonly lines: readonly string[];
}

/** A statement as a page of its own in both languages, with the facts filled in. */
export function statementPage(statement: Statement, facts: StatementFacts): string {
  const { da, en } = TITLES[statement];
  const body = (["da", "en"] as const).map((language) => {
    const parts = PARTS[statement](facts)[language];
    const text = parts.map(({ head, lines }) => `<h2>${head}</h2>${lines.map((line) => `<p>${line}</p>`).join("")}`);
    return `<section lang="${language}" id="${language}"><h1>${TITLES[statement][language]}</h1>${text.join("\n")}</section>`;
  });
  return `<!doctype html>
<html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${da} · skoledistrikt</title>
<style>body{font:1.0625rem/1.55 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1rem;color:#222;background:#fff}a{color:#004d99}section+section{border-top:1px solid #999;margin-top:3rem}@media(prefers-color-scheme:dark){body{color:#eee;background:#111}a{color:#9cf}}</style>
</head><body><nav><a href="./">skoledistrikt</a> · <a href="#en" lang="en">${en}</a></nav>
<main>
${body.join("\n")}
</main></body></html>
`;
}

const TITLES: Readonly<Record<Statement, Readonly<Record<Language, string>>>> = catalogue(
  "server.operations.statements.titles",
  {
    privatliv: { da: "Sådan behandles det, du skriver og tegner", en: "What becomes of what you write and draw" },
    tilgaengelighed: { da: "Tilgængelighed", en: "Accessibility" },
  },
);

type Parts = (facts: StatementFacts) => Readonly<Record<Language, readonly Part[]>>;

const PARTS: Readonly<Record<Statement, Parts>> = { privatliv, tilgaengelighed };

const NO_CONTACT: Readonly<Record<Language, string>> = catalogue("server.operations.statements.noContact", {
  da: "Den, der har lagt siden ud, har ikke skrevet, hvem du kan spørge. Spørg den, du fik linket af.",
  en: "Whoever put this page up has not written whom you can ask. Ask whoever gave you the link.",
});

const escaped = (text: string): string =>
  cleaned(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const asked = ({ contact }: StatementFacts, language: Language): string =>
  contact === undefined || contact.trim() === "" ? NO_CONTACT[language] : escaped(contact.trim());

function privatliv(facts: StatementFacts): Readonly<Record<Language, readonly Part[]>> {
  const { keepDays, signIn } = facts;
  return {
    da: [
      {
        head: "Uden et rum",
        lines: [
          "Alt regnes ud i din egen browser. De forslag, du tegner, gemmes i browseren på din computer eller telefon og sendes ikke til nogen. Siden bruger ingen cookies, måler ikke besøg og henter intet fra andre end den, der har lagt den ud.",
          "Er eleverne på kortet opdigtede, står det på kortet. Er de ikke opdigtede, kan siden kun ses på den computer, den kører på.",
        ],
      },
      ...(keepDays === undefined
        ? [
            {
              head: "Rum",
              lines: ["Siden er lagt ud uden en server, så der er ingen rum, og der gemmes intet om dig andre steder."],
            },
          ]
        : [
            {
              head: "I et rum",
              lines: [
                "Serveren gemmer rummets navn, det navn, du selv skriver (det er valgfrit), hvornår du kom, og hvilken rolle du har. Den gemmer også det, du tegner og skriver, med tidspunkt, og din stemme, så længe en afstemning er åben. Når afstemningen lukkes, tælles stemmerne op, og det slettes, hvem der afgav dem.",
                "Alle i rummet kan se navne, tegninger og indlæg. Ingen kan se, hvad du stemmer. Skriv ikke adresser, telefonnumre eller noget om andre menneskers private forhold.",
                "Serveren gemmer ikke din IP-adresse, og der står ingen navne i dens driftslog. Den hemmelige del af linket gemmes kun som en kontrolsum.",
                `Et rum, som ingen har brugt i ${keepDays} dage, slettes med alt, hvad der er i det. Sikkerhedskopier fra før den tid slettes af den, der driver serveren.`,
                ...(signIn
                  ? [
                      "Planlæggere kan logge ind med loginnet fra deres arbejdsplads for at lave rum. Til det bruges én cookie, som udløber efter 12 timer. Ingen andre behøver en konto.",
                    ]
                  : []),
              ],
            },
            {
              head: "Se eller slet dine bidrag",
              lines: [
                "Under »Mødet« i rummet finder du »Mine bidrag«. Der kan du hente alt, hvad du har gjort fra din plads, og få slettet dit navn og det, du har skrevet. Det, du har tegnet, bliver stående i forslagene uden navn, fordi andre har tegnet videre på det. Har du ikke længere din plads i rummet, kan den, der er nævnt herunder, gøre det for dig.",
              ],
            },
          ]),
      {
        head: "Hvem du kan spørge",
        lines: [
          asked(facts, "da"),
          'Du kan klage til Datatilsynet: <a href="https://www.datatilsynet.dk/">datatilsynet.dk</a>.',
        ],
      },
    ],
    en: [
      {
        head: "Without a room",
        lines: [
          "Everything is computed in your browser. Proposals that you draw are kept in the browser on your own machine and sent to nobody. There are no cookies, no counting of visits, and nothing is fetched from anybody but whoever put the page up.",
          "The pupils on the map are made up where the map says so. Where they are not, the page can be seen on the machine that it runs on alone.",
        ],
      },
      ...(keepDays === undefined
        ? [
            {
              head: "Rooms",
              lines: [
                "This page was put up without a server. There are no rooms, and nothing about you is kept anywhere else.",
              ],
            },
          ]
        : [
            {
              head: "In a room",
              lines: [
                "The server keeps the name of the room; the name that you write yourself (you may leave it out), when you came and what you may do in the room; what you draw and when; what you write; and your ballot while a vote is open. When it is closed the ballots are counted, and whose they were is deleted.",
                "Everybody in the room sees names, drawings and comments. Nobody sees how you vote. Do not write addresses, telephone numbers or other people's affairs.",
                "The server does not keep your address on the net, and there are no names in its log. Of the secret in the link a checksum alone is kept.",
                `A room that nobody uses for ${keepDays} days is deleted with all that is in it. Backups made before are deleted by whoever runs the server.`,
                ...(signIn
                  ? [
                      "Planners can sign in by their employer's service in order to make rooms. A cookie is then set that is used for this alone and ends after 12 hours. Nobody else needs an account.",
                    ]
                  : []),
              ],
            },
            {
              head: "To see it, and to have it deleted",
              lines: [
                'In the room there is "What I contributed" under Meeting. There you get all that you did from your seat, and can have your name and what you wrote deleted. What you drew stays in the proposals without a name, since others went on from it. If you no longer have the seat, whoever is named below can do it for you.',
              ],
            },
          ]),
      {
        head: "Whom you can ask",
        lines: [
          asked(facts, "en"),
          'You can complain to the Danish Data Protection Agency: <a href="https://www.datatilsynet.dk/english">datatilsynet.dk</a>.',
        ],
      },
    ],
  };
}

function tilgaengelighed(facts: StatementFacts): Readonly<Record<Language, readonly Part[]>> {
  return {
    da: [
      {
        head: "Hvad siden kan",
        lines: [
          "Siden er lavet efter WCAG 2.1 på niveau AA, som loven om tilgængelighed af offentlige organers websteder kræver. Alt kan gøres med tastaturet, også tegning på kortet. Siden kan bruges ved 200 og 400 % forstørrelse, med høj kontrast og på en telefon. Hver udgave af programmet kontrolleres automatisk med værktøjet axe i mange af sidens tilstande.",
        ],
      },
      {
        head: "Hvad den ikke kan",
        lines: [
          "Selve kortet er et billede. Alt, hvad det viser, findes også i tabeller og lister; tryk på »Tabel«.",
          "Siden er ikke afprøvet af mennesker, der bruger skærmlæser til daglig. Automatisk kontrol finder ikke alle fejl.",
          "Det trykte ark og kortet som billedfil har ingen tekst, der kan læses op.",
        ],
      },
      {
        head: "Sig til, hvis noget er i vejen",
        lines: [
          asked(facts, "da"),
          'Hjælper det ikke, kan du klage til Digitaliseringsstyrelsen: <a href="https://digst.dk/">digst.dk</a>.',
        ],
      },
    ],
    en: [
      {
        head: "What the page can do",
        lines: [
          "The page is made to meet WCAG 2.1 at level AA, as the Danish act on accessibility of public websites asks. Everything can be done by keyboard, drawing on the map too; it can be used at 200 and 400 % zoom, in high contrast and on a phone. Every version of the program is tried automatically with axe in many states of the page.",
        ],
      },
      {
        head: "What it cannot do",
        lines: [
          'The map itself is a picture. All that it shows stands in tables and lists too: press "Table".',
          "The page has not been tried by people who use a screen reader every day. Automatic trials do not find every fault.",
          "The printed sheet and the map as a picture have no text that can be read aloud.",
        ],
      },
      {
        head: "Say so if something is in the way",
        lines: [
          asked(facts, "en"),
          'Where that does not help, you can complain to the Danish Agency for Digital Government: <a href="https://en.digst.dk/">digst.dk</a>.',
        ],
      },
    ],
  };
}
