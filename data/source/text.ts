/** JSON with line breaks down to a depth and one line for everything below, so that a change shows as few lines. */
export function jsonText(value: unknown, breakTo: number): string {
  return `${layOut(value, breakTo, "")}\n`;
}

function layOut(value: unknown, breakTo: number, indent: string): string {
  if (breakTo === 0 || typeof value !== "object" || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const lay = (item: unknown) => layOut(item, breakTo - 1, inner);
  if (Array.isArray(value)) return `[\n${value.map((item) => inner + lay(item)).join(",\n")}\n${indent}]`;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{\n${entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${lay(item)}`).join(",\n")}\n${indent}}`;
}

/** Semicolon-separated lines. No value of these tables needs quotes, which is checked. */
export function csvText(
  header: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
): string {
  const lines = [header, ...rows].map((row) => row.map((value) => String(value ?? "")).join(";"));
  const odd = lines.find((line) => /["\n\r]/.test(line) || line.split(";").length !== header.length);
  if (odd !== undefined) throw new Error(`Needs quotes: ${odd}`);
  return `${lines.join("\n")}\n`;
}
