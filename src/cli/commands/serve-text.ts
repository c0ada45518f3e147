import { catalogue } from "../../domain/language.ts";

export const SERVE_TEXT = catalogue("cli.commands.serve", {
  pageNotBuilt: {
    da: "Siden er ikke bygget. Kør først: npm run build",
    en: "The page is not built. First run: npm run build",
  },
  portBusy: {
    da: "Port {busy} er optaget; bruger {port} i stedet.",
    en: "Port {busy} is busy; using {port} instead.",
  },
  mapAt: {
    da: "Kortet er på http://localhost:{port}/ (stop med Ctrl-C)",
    en: "The map is at http://localhost:{port}/ (stop with Ctrl-C)",
  },
  notPublished: {
    da: "--host og --public-address åbner siden for andre end denne maskine, og sagens elever er hverken syntetiske eller gjort klar til at blive offentliggjort. Lav en offentlig sag med skoledistrikt publish, eller vis sagen på denne maskine alene.",
    en: "--host and --public-address open the page to others than this machine, and the case's pupils are neither synthetic nor made fit to be published. Make a published case with skoledistrikt publish, or show the case on this machine alone.",
  },
  noRooms: {
    da: "Sagens elever er virkelige, så den vises på denne maskine alene, og der er ingen grupperum. En sag til møder laves med skoledistrikt publish.",
    en: "The case's pupils are real, so that it is shown on this machine alone, without rooms. A case for meetings is made with skoledistrikt publish.",
  },
  wrongSecret: {
    da: "ORGANISER_SECRET skal være 32 tilfældige byte som base64url (43 tegn).",
    en: "ORGANISER_SECRET must be 32 random bytes as base64url (43 signs).",
  },
  wrongIssuer: {
    da: "OIDC_ISSUER skal være tjenestens adresse, og OIDC_CLIENT_ID det, programmet hedder hos den.",
    en: "OIDC_ISSUER must be the address of the service, and OIDC_CLIENT_ID what the program is called there.",
  },
  wrongPublicAddress: {
    da: '--public-address "{found}" er ikke en adresse uden sti, som https://rum.example.dk.',
    en: '--public-address "{found}" is not an address without a path, such as https://rum.example.dk.',
  },
  networkAddress: { da: "På samme netværk: {address}", en: "On the same network: {address}" },
  organiserAddress: {
    da: "Den, der skal lave rum fra en anden maskine, åbner: {address}{part}",
    en: "Whoever is to make rooms from another machine opens: {address}{part}",
  },
});
