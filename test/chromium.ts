/**
 * A real Chromium from npm, unpacked once for each version of the package. The package's own unpacker writes to one fixed
 * path and keeps an old version after an upgrade, so the archives are unpacked here: into a folder of this process first,
 * then moved into place, so that several test runs may start at once.
 */
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import tarFs from "tar-fs";

const SYSTEM_LIBRARIES = ["/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib"];

interface Installed {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

/** `CHROMIUM_PATH` names another browser to test with. */
export async function installedChromium(): Promise<Installed> {
  const chosen = process.env["CHROMIUM_PATH"];
  if (chosen) return { executablePath: chosen, env: {} };
  // The package lets only its entry be resolved; its archives lie beside the folder that holds the entry.
  const bin = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..", "bin");
  const { version } = JSON.parse(await readFile(join(bin, "..", "package.json"), "utf8")) as { version: string };
  const home = join(tmpdir(), `skoledistrikt-chromium-${version}`);
  if (!existsSync(home)) await unpack(bin, home);
  const hasLibraries = SYSTEM_LIBRARIES.some((folder) => existsSync(join(folder, "libnss3.so")));
  return {
    executablePath: join(home, "chromium"),
    env: {
      FONTCONFIG_FILE: join(home, "fonts.conf"),
      ...(hasLibraries ? {} : { LD_LIBRARY_PATH: join(home, "al2023", "lib") }),
    },
  };
}

async function unpack(bin: string, home: string): Promise<void> {
  const stage = `${home}.${process.pid}.${Date.now()}`;
  await mkdir(stage, { recursive: true });
  const tar = (name: string, into: string) =>
    pipeline(createReadStream(join(bin, name)), createBrotliDecompress(), tarFs.extract(join(stage, into)));
  await Promise.all([
    pipeline(
      createReadStream(join(bin, "chromium.br")),
      createBrotliDecompress(),
      createWriteStream(join(stage, "chromium"), { mode: 0o755 }),
    ),
    tar("swiftshader.tar.br", "."),
    tar("al2023.tar.br", "al2023"),
    tar("fonts.tar.br", "fonts"),
  ]);
  await writeFile(
    join(stage, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>${join(home, "fonts")}</dir><cachedir>${join(home, "fontcache")}</cachedir></fontconfig>`,
  );
  await rename(stage, home).catch(async (error: unknown) => {
    await rm(stage, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  });
}

/** No code is compiled a second time to run faster: what most tests run is over before that has paid, and it takes a fifth of their time. */
const COMPILED_ONCE = ["--js-flags=--no-opt --liftoff-only --single-threaded-gc"];

/** `code`: "compiled once" for what is to be right and not fast, "as for people" for what is measured. */
export async function launchChromium(code: "compiled once" | "as for people"): Promise<Browser> {
  const { executablePath, env } = await installedChromium();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ["--no-sandbox", "--disable-background-networking", ...(code === "compiled once" ? COMPILED_ONCE : [])],
  });
}
