import type { ReactNode } from "react";

interface Props<Value extends string> {
  /** Of the radio buttons, as a form has it. */
  readonly name: string;
  /** What is chosen: read aloud, or the id of the element that says it on the page. */
  readonly of: { readonly legend: string } | { readonly id: string };
  readonly options: readonly Segment<Value>[];
  readonly chosen: Value | undefined;
  readonly onChoose: (value: Value) => void;
  readonly className?: string;
  /** What stands before them, where each is told by its last word alone. */
  readonly before?: string;
}

interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly title?: string;
}

/** A few things to choose one of, side by side. */
export function Segments<Value extends string>({
  name,
  of,
  options,
  chosen,
  onChoose,
  className,
  before,
}: Props<Value>): ReactNode {
  return (
    <fieldset
      className={className === undefined ? "segments" : `segments ${className}`}
      aria-labelledby={"id" in of ? of.id : undefined}
    >
      {"legend" in of && <legend className="sr-only">{of.legend}</legend>}
      {before !== undefined && (
        <span className="segments-before" aria-hidden="true">
          {before}
        </span>
      )}
      {options.map(({ value, label, title }) => (
        <label key={value} className="segment" title={title}>
          <input type="radio" name={name} value={value} checked={chosen === value} onChange={() => onChoose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
