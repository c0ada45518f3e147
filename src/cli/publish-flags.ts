import { catalogue } from "../domain/language.ts";
import { type Flag, words } from "./flag-forms.ts";

/** Flags of the command that makes a case that may leave the planner's machine. */
export const PUBLISH_FLAGS: readonly Flag[] = catalogue("cli.publish-flags", [
  {
    name: "out",
    commands: ["publish"],
    takes: words({ da: "NY MAPPE", en: "NEW FOLDER" }, "offentlig"),
    required: ["publish"],
    help: {
      da: "mappen, den offentlige sag lægges i; en sag, der er lavet sådan før, bliver erstattet",
      en: "the folder for the published case; one that was made before is replaced",
    },
  },
]);
