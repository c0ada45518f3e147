/**
 * A number as a cell of text that is read back as exactly that number: three decimals alone, as in 1.234, could be thousands, so they are
 * written with one more.
 */
export function numberText(value: number, sign: "." | "," = "."): string {
  const text = String(value);
  return (/^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text).replace(".", sign);
}

/** A day as "2016-08-01", a moment as "2016-08-01 07:45"; sheets keep both without a time zone, as readers' UTC. */
export function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return "";
  const [day, time] = value.toISOString().split("T");
  return time.startsWith("00:00:00") ? day : `${day} ${time.slice(0, time.startsWith("00", 6) ? 5 : 8)}`;
}

/** What a property of a map file says, as the cell of a table. */
export function propertyText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (value instanceof Date) return dateText(value);
  return typeof value === "boolean" || typeof value === "bigint" ? String(value) : JSON.stringify(value);
}
