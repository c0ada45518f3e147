/** Whether a file's version is one that newer programs write; `newest`: the last that is known here. */
export const isNewer = (version: unknown, newest: number): version is number =>
  typeof version === "number" && Number.isInteger(version) && version > newest;

/** The same of a file's text; one that is no JSON is of no version. */
export function isWrittenByNewer(text: string, newest: number): boolean {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === "object" && read !== null && "version" in read && isNewer(read.version, newest);
  } catch {
    return false;
  }
}
