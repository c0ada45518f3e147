import { Fragment, type ReactNode } from "react";
import { gradesInWords } from "../../../src/index.ts";
import { type AskForm, type AskLine, linesOf, rowsOf, withLines } from "../../ask/form.ts";
import type { AskedOf, PlaceNames } from "../../ask/asked-of.ts";
import type { Blank } from "../../ask/rows.ts";
import type { RuleRow } from "../../ask/rules.ts";
import { LocksLine } from "./LocksLine.tsx";
import { type AskVoice, useAskVoice } from "./ask-voice.ts";
import { NumberField } from "./NumberField.tsx";
import { session } from "./session-context.ts";

interface Props {
  readonly form: AskForm;
  readonly of: AskedOf;
}

/** The rules as sentences with blanks, and one more to choose. */
export function RuleLines({ form, of }: Props): ReactNode {
  const voice = useAskVoice();
  const { ask, read } = voice;
  const rows = rowsOf(form.kind);
  const lines = linesOf(form);
  const set = (next: readonly AskLine[]): void => session.write(withLines(form, next));
  const free = Object.entries(rows).filter(
    ([key, { times }]) => times === "many" || !lines.some(({ row }) => row === key),
  );
  // What new districts are drawn around stands among the requirements on them.
  const isSeats = form.kind === "redraw";
  const add = ask(isSeats ? "rules.seats.add" : "rules.add");
  const locks = of.context.locked.size > 0 && form.kind !== "consolidate";
  return (
    <fieldset className="ask-rules">
      <legend>{ask(isSeats ? "rules.seats.title" : "rules.title")}</legend>
      {lines.length === 0 && !locks && <p className="field-help">{ask(isSeats ? "rules.seats.none" : "rules.none")}</p>}
      <ul>
        {lines.map((line) => {
          const row = rows[line.row];
          return (
            <li key={line.id} className="ask-rule">
              <Sentence
                row={row}
                line={line}
                of={of}
                onFill={(filled) => set(lines.map((other) => (other === line ? { ...line, filled } : other)))}
              />
              <button
                type="button"
                className="ask-mini"
                aria-label={ask("rules.remove", { rule: lineText(voice, row, line, of.names) })}
                onClick={() => set(lines.filter((other) => other !== line))}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          );
        })}
      </ul>
      <LocksLine form={form} of={of} />
      <select
        className="inline-select ask-wide"
        aria-label={add}
        value=""
        onChange={({ target: { value } }) => set([...lines, newLine(value, rows[value], lines, of)])}
      >
        <option value="">+ {add}</option>
        {free.map(([key, { words }]) => (
          <option key={key} value={key}>
            {read(words).replaceAll(/\{\w+\}/g, "…")}
          </option>
        ))}
      </select>
    </fieldset>
  );
}

function newLine(key: string, { blanks }: RuleRow, lines: readonly AskLine[], { open, names }: AskedOf): AskLine {
  const number = 1 + Math.max(0, ...lines.map(({ id }) => Number(id.split(" ")[1] ?? 0)));
  // A school that no such rule is about yet, where there is one.
  const taken = new Set(lines.flatMap(({ row, filled: other }) => (row === key ? [other["site"]] : [])));
  const next = open.find((site) => !taken.has(site)) ?? open[0];
  const firstOf = (blank: Blank): number => {
    if (blank.kind === "site") return next;
    return blank.kind === "district"
      ? Math.min(blank.at, names.districts.length - 1)
      : Math.min(blank.first, blank.kind === "band" ? names.grades.bandCount - 1 : Infinity);
  };
  const filled = Object.fromEntries(Object.entries(blanks).map(([name, blank]) => [name, firstOf(blank)]));
  return { id: `${key} ${number}`, row: key, filled };
}

/** A rule as a sentence, its blanks filled. */
export const lineText = (
  voice: AskVoice,
  { words, blanks }: RuleRow,
  { filled }: Pick<AskLine, "filled">,
  names: PlaceNames,
): string =>
  voice.read(words).replaceAll(/\{(\w+)\}/g, (_, name: string) => blankText(voice, blanks[name], filled[name], names));

function blankText(voice: AskVoice, blank: Blank, value: number, names: PlaceNames): string {
  const { kind } = blank;
  if (kind === "site") return names.sites[value] ?? "…";
  if (kind === "district") return names.districts[value] ?? "…";
  if (kind === "choice") return voice.read(blank.options[value].words);
  return kind === "band"
    ? voice.read(gradesInWords(names.grades.bands[value].key))
    : voice.number(value, value % 1 === 0 ? 0 : 1);
}

interface SentenceProps {
  readonly row: RuleRow;
  readonly line: AskLine;
  readonly of: AskedOf;
  readonly onFill: (filled: AskLine["filled"]) => void;
}

function Sentence({ row, line, of, onFill }: SentenceProps): ReactNode {
  const voice = useAskVoice();
  const { read } = voice;
  const { words, blanks } = row;
  const { filled } = line;
  const parts = read(words).split(/(\{\w+\})/);
  return (
    <span className="ask-sentence">
      {parts.map((part) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        if (name === undefined) return <Fragment key={part}>{part}</Fragment>;
        return (
          <BlankField
            key={part}
            blank={blanks[name]}
            about={lineText(voice, row, line, of.names)}
            value={filled[name]}
            of={of}
            onFill={(value) => onFill({ ...filled, [name]: value })}
          />
        );
      })}
    </span>
  );
}

interface BlankProps {
  readonly blank: Blank;
  /** The sentence that it stands in. */
  readonly about: string;
  readonly value: number;
  readonly of: AskedOf;
  readonly onFill: (value: number) => void;
}

function BlankField({ blank, about, value, of: { open, names }, onFill }: BlankProps): ReactNode {
  const { ask, read } = useAskVoice();
  if (blank.kind === "number")
    return (
      <NumberField
        {...blank}
        value={value}
        label={`${ask("rules.number")}: ${about}`}
        called={ask("rules.number")}
        onFill={onFill}
      />
    );
  const optionsOf = {
    // One that is closed by now still stands in its rule until another is chosen.
    site: () => [...new Set([...open, value])].map((site) => ({ value: site, name: names.sites[site] ?? "…" })),
    district: () => names.districts.map((name, district) => ({ value: district, name })),
    band: () => names.grades.bands.map(({ band, key }) => ({ value: band, name: read(gradesInWords(key)) })),
    choice: () =>
      blank.kind === "choice" ? blank.options.map(({ words }, i) => ({ value: i, name: read(words) })) : [],
  };
  const options = optionsOf[blank.kind]();
  return (
    <select
      className="inline-select"
      aria-label={`${blank.kind === "choice" ? read(blank.name) : ask(`rules.${blank.kind}`)}: ${about}`}
      value={value}
      onChange={({ target }) => onFill(Number(target.value))}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  );
}
