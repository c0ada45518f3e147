import { catalogue, filled, type Text } from "../domain/language.ts";

/** What the system says when a file cannot be read or written, by its code. */
const CODES: Readonly<Partial<Record<string, Text>>> = catalogue("cli.system-errors.codes", {
  EACCES: { da: "der er ikke adgang", en: "access is denied" },
  EPERM: { da: "der er ikke adgang", en: "access is denied" },
  EROFS: { da: "disken kan kun læses", en: "the disk is read-only" },
  ENOSPC: { da: "disken er fuld", en: "the disk is full" },
  EDQUOT: { da: "din plads på disken er brugt op", en: "your share of the disk is used up" },
  EISDIR: { da: "det er en mappe", en: "it is a folder" },
  ENOTDIR: { da: "en del af stien er en fil, ikke en mappe", en: "a part of the path is a file, not a folder" },
  EEXIST: { da: "der ligger allerede noget andet", en: "something else is there already" },
  ENOENT: { da: "stedet findes ikke", en: "the place does not exist" },
  ELOOP: { da: "linket peger i ring", en: "the link points in a circle" },
  ENAMETOOLONG: { da: "navnet er for langt", en: "the name is too long" },
  EMFILE: { da: "for mange filer er åbne", en: "too many files are open" },
  EBUSY: { da: "filen er i brug", en: "the file is in use" },
  ETXTBSY: { da: "filen er i brug", en: "the file is in use" },
  EINVAL: { da: "stedet tager ikke imod det", en: "the place does not take it" },
  EIO: { da: "disken svarer ikke", en: "the disk does not answer" },
  ENXIO: { da: "ingen tager imod i den anden ende", en: "nobody is at the other end" },
  EPIPE: { da: "ingen tager imod i den anden ende", en: "nobody is at the other end" },
  EFBIG: { da: "filen er for stor", en: "the file is too large" },
  EADDRINUSE: { da: "porten er optaget", en: "the port is busy" },
});

const PUT_RIGHT = catalogue("cli.system-errors.putRight", {
  da: "{subject}: {trouble}. Ret det, og kør kommandoen igen.",
  en: "{subject}: {trouble}. Put it right and run the command again.",
});

/** An error of the system as one sentence: which file, what is wrong. `undefined` for anything else, which is then a bug. */
export function systemErrorText(error: unknown): Text | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  const known = CODES[error.code];
  // Node's own errors have codes such as ERR_ASSERTION; those are mistakes of the program.
  if (!known || !("syscall" in error)) return undefined;
  const path = "path" in error && typeof error.path === "string" ? error.path.replace(/\.\d+\.part$/, "") : "";
  const port = "port" in error ? `Port ${String(error.port)}` : "Standard output";
  const subject = path === "" ? port : path;
  return filled(PUT_RIGHT, { subject, trouble: known });
}
