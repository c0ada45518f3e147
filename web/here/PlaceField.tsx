import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Found } from "../../src/index.ts";
import { useStore } from "../state/store.ts";
import { useWorkers } from "../state/workers-context.ts";
import { useHereVoice } from "./here-voice.ts";

/** A pause in typing after which what was typed is looked up, milliseconds. */
const PAUSE = 60;

/** A field for an address, a town or a school, with what may be meant below it: a combo box, by pointer, finger and keys. */
export function PlaceField(): ReactNode {
  const { tell } = useHereVoice();
  const store = useStore();
  const id = useId();
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const found = useFound(text);
  const field = useRef<HTMLInputElement>(null);
  const shown = isOpen && found ? found : [];
  const take = (place: Found): void => {
    const name = place.where === "" ? place.name : `${place.name}, ${place.where}`;
    setText(name);
    setOpen(false);
    setAt(-1);
    // A phone's keyboard goes, so that the answer is seen.
    if (window.matchMedia("(pointer: coarse)").matches) field.current?.blur();
    const { lon, lat, unknownHouse } = place;
    const home = { lon, lat, name, how: "found" as const, ...(unknownHouse !== undefined && { unknownHouse }) };
    store.dispatch({ kind: "home", home });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setAt((at + step + (at < 0 && step < 0 ? 1 : 0) + shown.length) % shown.length);
    } else if (event.key === "Enter" && shown.length > 0) {
      event.preventDefault();
      take(shown[Math.max(0, at)]);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      setOpen(false);
      setAt(-1);
    }
  };
  return (
    <div className="field here-field">
      <label className="field-label" htmlFor={`${id}-field`}>
        {tell("here.field")}
      </label>
      <input
        ref={field}
        id={`${id}-field`}
        className="form-input compact-input"
        role="combobox"
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 && shown.length > 0 ? `${id}-${at}` : undefined}
        aria-describedby={`${id}-help`}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setOpen(true);
          setAt(-1);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      <div
        id={`${id}-list`}
        className="here-found"
        role="listbox"
        aria-label={tell("here.field")}
        hidden={shown.length === 0}
      >
        {shown.map((place, number) => (
          <Option
            key={`${place.name} ${place.where}`}
            id={`${id}-${number}`}
            place={place}
            isAt={number === at}
            onTake={() => take(place)}
          />
        ))}
      </div>
      <p id={`${id}-help`} className="field-help">
        {tell("here.example")}
      </p>
      <p className="sr-only" role="status">
        {isOpen && found && (found.length > 0 ? tell("here.found", { count: found.length }) : tell("here.none"))}
      </p>
      {isOpen && found?.length === 0 && text.trim().length > 2 && <p aria-hidden="true">{tell("here.none")}</p>}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly place: Found;
  readonly isAt: boolean;
  readonly onTake: () => void;
}

function Option({ id, place: { kind, name, where, unknownHouse }, isAt, onTake }: OptionProps): ReactNode {
  const { tell } = useHereVoice();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAt) element.current?.scrollIntoView({ block: "nearest" });
  }, [isAt]);
  const about = [
    where,
    kind === "address" ? "" : tell(`here.${kind}`),
    unknownHouse === undefined ? "" : tell("here.noHouse", { number: unknownHouse }),
  ];
  return (
    // The field keeps the focus, and its keys choose.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      ref={element}
      id={id}
      role="option"
      aria-selected={isAt}
      tabIndex={-1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onTake}
    >
      {name} <small>{about.filter((part) => part !== "").join(", ")}</small>
    </div>
  );
}

/** What may be meant by a text; as it was while the next is looked up, undefined for none. */
function useFound(text: string): readonly Found[] | undefined {
  const workers = useWorkers();
  const [found, setFound] = useState<readonly Found[]>();
  const isAsked = text.trim() !== "";
  useEffect(() => {
    if (!isAsked) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      workers.askHere({ about: "find", text }, (answer) => {
        if (isWanted && answer.about === "find") setFound(answer.found);
      });
    }, PAUSE);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [workers, text, isAsked]);
  return isAsked ? found : undefined;
}
