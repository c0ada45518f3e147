/** A name that nothing else has: the wished one, else with a number behind. */
export function freeName(wished: string, taken: readonly string[]): string {
  let name = wished;
  for (let i = 2; taken.includes(name); i++) name = `${wished} ${i}`;
  return name;
}
