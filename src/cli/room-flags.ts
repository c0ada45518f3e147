import { catalogue } from "../domain/language.ts";
import { type Flag, whole, words } from "./flag-forms.ts";

/** Flags of serving a case with rooms, and of what is kept of them. */
export const ROOM_FLAGS: readonly Flag[] = catalogue("cli.room-flags", [
  {
    name: "host",
    commands: ["serve", "start"],
    takes: words({ da: "NAVN", en: "NAME" }, "0.0.0.0"),
    help: {
      da: "0.0.0.0 åbner for telefoner og andre på samme netværk, :: også med IPv6",
      en: "0.0.0.0 opens to phones and others on the same network, :: by IPv6 too",
    },
  },
  {
    name: "public-address",
    commands: ["serve", "start"],
    takes: words({ da: "ADRESSE", en: "ADDRESS" }, "https://rum.example.dk"),
    help: {
      da: "adressen udefra, når et andet program tager imod og sender videre hertil",
      en: "the address from outside, where another program takes requests and passes them on",
    },
  },
  {
    name: "data",
    commands: ["serve", "start", "backup", "restore", "contributions", "audit"],
    takes: words({ da: "MAPPE", en: "FOLDER" }, "rooms"),
    help: {
      da: "mappen, som rum og det, der tegnes i dem, gemmes i",
      en: "the folder that rooms and what is drawn in them are kept in",
    },
  },
  {
    name: "keep-days",
    commands: ["serve", "start"],
    takes: whole("days", 1, 3650, "90"),
    help: {
      da: "så mange dage gemmes et rum, som ingen bruger; ellers 180",
      en: "for so many days a room that nobody uses is kept; else 180",
    },
  },
  {
    name: "name",
    commands: ["contributions"],
    takes: words({ da: "NAVN", en: "NAME" }, "Anna"),
    help: { da: "det, deltageren hed i rummet", en: "what the participant was called in the room" },
  },
  {
    name: "seat",
    commands: ["contributions"],
    takes: words({ da: "ID", en: "ID" }, "6f1c"),
    help: { da: "pladsens id, når flere hedder det samme", en: "the seat's id, where several are called the same" },
  },
  {
    name: "erase",
    commands: ["contributions"],
    takes: { kind: "nothing" },
    help: { da: "slet bidragene, når de er skrevet", en: "delete the contributions once they are written" },
  },
  {
    name: "replace",
    commands: ["restore"],
    takes: { kind: "nothing" },
    help: { da: "slet de rum, der er gemt nu", en: "delete the rooms that are kept now" },
  },
]);
