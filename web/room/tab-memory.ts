/** What a tab remembers, over a reload: loading the page anew leads back to its seat, and another tab is another person. */
export function remember(what: TabMemory, value: string | undefined): void {
  try {
    if (value === undefined) sessionStorage.removeItem(NAMES[what]);
    else sessionStorage.setItem(NAMES[what], value);
  } catch {
    // Where nothing may be remembered the link leads in again.
  }
}

export function remembered(what: TabMemory): string | undefined {
  try {
    return sessionStorage.getItem(NAMES[what]) ?? undefined;
  } catch {
    return undefined;
  }
}

const NAMES = {
  seat: "skoledistrikt-seat",
  links: "skoledistrikt-links",
  organiser: "skoledistrikt-organiser",
  cursor: "skoledistrikt-cursor",
  place: "skoledistrikt-place",
} as const;
type TabMemory = keyof typeof NAMES;
