import { catalogue } from "../domain/language.ts";
import { type Flag, output, whole, words } from "./flag-forms.ts";

/** Flags of many scenarios, of whoever computes them, and of how many do so at a time. */
export const SWEEP_FLAGS: readonly Flag[] = catalogue("cli.sweep-flags", [
  {
    name: "out",
    commands: ["sweep"],
    takes: output("sweep.csv"),
    several: "any",
    help: {
      da: "skriv scenarierne som tabel (.csv), en linje JSON for hvert (.jsonl) eller regneark (.xlsx); gives én gang for hver fil",
      en: "write the scenarios as a table (.csv), a line of JSON each (.jsonl) or a workbook (.xlsx); once for each file",
    },
  },
  {
    name: "workers",
    commands: ["sweep"],
    takes: words({ da: "ADRESSE", en: "ADDRESS" }, "postgresql://navn@vaert/database"),
    help: {
      da: "lad arbejdere (worker) på andre maskiner regne, gennem denne PostgreSQL",
      en: "let workers (worker) on other machines compute, by this PostgreSQL",
    },
  },
  {
    name: "cores",
    commands: ["consolidate", "sweep", "worker"],
    takes: whole("count", 1, 1024, "4"),
    help: { da: "så mange kerner regnes der på; ellers alle", en: "compute on so many cores; else on all" },
  },
  {
    name: "data",
    commands: ["sweep"],
    takes: words({ da: "MAPPE", en: "FOLDER" }, "sweeps"),
    help: {
      da: "mappen, hvor det, der er regnet, gemmes til næste gang",
      en: "the folder that what was computed is kept in for the next time",
    },
  },
]);
