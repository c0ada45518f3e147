/** Whether a word is the address of a PostgreSQL. */
export const isDatabaseAddress = (word: string): boolean => /^postgres(ql)?:\/\//.test(word) && URL.canParse(word);

export const withoutPassword = (address: string): string => address.replace(/:[^:@/]*@/, ":…@");

/** Host and database. */
export function placeIn(address: string): string {
  const { host, pathname, searchParams } = new URL(address);
  return `${host || (searchParams.get("host") ?? "localhost")}${pathname}`;
}
