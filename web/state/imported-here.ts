const KEY = "skoledistrikt-imported";

/** Whether this tab has a case open that was made of files brought to it: loaded anew, it opens the same one. A new tab opens the page's own. */
export function isImportedHere(): boolean {
  try {
    return sessionStorage.getItem(KEY) === "yes";
  } catch {
    return false;
  }
}

export function rememberImported(is: "imported" | "own"): void {
  try {
    if (is === "imported") sessionStorage.setItem(KEY, "yes");
    else sessionStorage.removeItem(KEY);
  } catch {
    // A browser that remembers nothing opens the page's own case.
  }
}
