export type DecimalSign = "." | ",";

/** What a cell says where a number belongs. */
type NumberReading =
  | { readonly kind: "number"; readonly value: number }
  /** Nothing, or "-", which statistics use for none. */
  | { readonly kind: "blank" }
  | { readonly kind: "nil" }
  /** "..", "*", "<5", "1-4": too few to publish, or unknown. */
  | { readonly kind: "withheld" }
  /** "1.234": decimals or thousands. */
  | { readonly kind: "ambiguous" }
  | { readonly kind: "unreadable" };

/**
 * The decimal sign that a group of cells uses, from those that can be read in one way only ("55.708030", "1.234,5",
 * "6.176.982"). `undefined` where none can, or where they disagree.
 */
export function decimalSignOf(cells: Iterable<string>): DecimalSign | undefined {
  let found: DecimalSign | undefined;
  for (const cell of cells) {
    const sign = evidence(tidy(cell));
    if (sign === undefined || sign === found) continue;
    if (found !== undefined) return undefined;
    found = sign;
  }
  return found;
}

/** Reads one cell, given the decimal sign of its group where that is known. */
export function readNumber(cell: string, decimal: DecimalSign | undefined): NumberReading {
  const text = tidy(cell);
  if (text === "") return { kind: "blank" };
  if (/^[-–—]$/.test(text)) return { kind: "nil" };
  if (WITHHELD.test(text)) return { kind: "withheld" };
  if (!/^[+-]?\d[\d.,]*$/.test(text)) return { kind: "unreadable" };
  const sign = evidence(text) ?? (AMBIGUOUS.test(text) ? decimal : ".");
  if (sign === undefined) return { kind: "ambiguous" };
  return readWith(text, sign);
}

/** How registers write a number that they do not tell, a range from nought or one among them. */
const WITHHELD = /^(\.{1,3}|…|\*{1,2}|[<≤] ?\d{1,2}|[01] ?[-–] ?\d)$/;

/** One separator that may mark decimals or thousands. */
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

function readWith(text: string, sign: DecimalSign): NumberReading {
  const [whole, ...rest] = text.split(sign);
  const thousands = sign === "," ? "." : ",";
  const grouped = whole.includes(thousands);
  if (rest.length > 1 || rest.some((digits) => !/^\d*$/.test(digits))) return { kind: "unreadable" };
  if (grouped && !/^[+-]?\d{1,3}([.,]\d{3})+$/.test(whole)) return { kind: "unreadable" };
  const value = Number(`${whole.replaceAll(thousands, "")}.${rest[0] ?? ""}`);
  return Number.isFinite(value) ? { kind: "number", value } : { kind: "unreadable" };
}

const POINT = 46;
const COMMA = 44;

/** The sign that must be the decimal sign for this text to be a number; `undefined` where it does not tell. */
function evidence(text: string): DecimalSign | undefined {
  let [points, commas, last]: [number, number, DecimalSign | undefined] = [0, 0, undefined];
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i);
    if (sign === POINT) [points, last] = [points + 1, "."];
    else if (sign === COMMA) [commas, last] = [commas + 1, ","];
  }
  if (points > 0 && commas > 0) return last;
  if (commas > 1) return ".";
  if (points + commas === 0 || AMBIGUOUS.test(text)) return undefined;
  // One comma, or several points that can only mark thousands.
  return points === 1 ? "." : ",";
}

/** Without the blanks around, blanks between groups of three ("1 234"), and with a plain minus. */
function tidy(cell: string): string {
  const text = cell.trim().replace(/^\u2212/, "-");
  return /^[+-]?\d{1,3}([ \u00a0\u202f]\d{3})+([.,]\d*)?$/.test(text) ? text.replace(/[ \u00a0\u202f]/g, "") : text;
}
