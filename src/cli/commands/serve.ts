import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildServer, listen } from "../../server/serve.ts";
import { EXIT, CommandError } from "../exit.ts";
import { requireFolder } from "../case.ts";
import type { Say } from "../say.ts";

const DEFAULT_PORT = 8316;

/** `serve CASE`: the map in the browser, until the program is stopped. */
export async function serve(folder: string, say: Say): Promise<void> {
  await requireFolder(folder, say);
  const wanted = wantedPort(say);
  const webFolder = fileURLToPath(new URL("../../../web", import.meta.url));
  if (!existsSync(`${webFolder}/index.html`))
    throw new CommandError(
      EXIT.input,
      say.text({
        da: "Siden er ikke bygget. Kør først: npm run build",
        en: "The page is not built. First run: npm run build",
      }),
    );
  const schemaFolder = fileURLToPath(new URL("../../../schema", import.meta.url));
  const referenceFolder = fileURLToPath(new URL("../../../reference", import.meta.url));
  const server = await buildServer({ caseFolder: folder, webFolder, schemaFolder, referenceFolder });
  const { port, busy } = await listen(server, wanted);
  if (busy.length > 0)
    say.problem(
      say.text(
        { da: "Port {busy} er optaget; bruger {port} i stedet.", en: "Port {busy} is busy; using {port} instead." },
        { busy: busy.join(", "), port: String(port) },
      ),
    );
  say.answer(
    say.text(
      {
        da: "Kortet er på http://localhost:{port}/ (stop med Ctrl-C)",
        en: "The map is at http://localhost:{port}/ (stop with Ctrl-C)",
      },
      { port: String(port) },
    ),
  );
}

function wantedPort(say: Say): number {
  const given = process.env["PORT"];
  if (given === undefined || given === "") return DEFAULT_PORT;
  const port = Number(given);
  if (Number.isInteger(port) && port >= 0 && port < 65_436) return port;
  throw new CommandError(
    EXIT.input,
    say.text(
      {
        da: 'PORT="{given}" er ikke et portnummer (0 til 65435).',
        en: 'PORT="{given}" is not a port number (0 to 65435).',
      },
      { given },
    ),
  );
}
