import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import type { Found, PlacesFound } from "../../src/index.ts";
import type { AppState } from "../state/app-state.ts";
import { useSelect, useStore } from "../state/store.ts";
import { useWorkers } from "../state/workers-context.ts";
import { useHereVoice } from "./here-voice.ts";

/** A pause in typing after which what was typed is looked up, milliseconds. */
const PAUSE = 60;

/** A field for an address, a town or a school, with what may be meant below it: a combo box, by pointer, finger and keys. */
export function PlaceField(): ReactNode {
  const { tell } = useHereVoice();
  const store = useStore();
  const id = useId();
  const home = useSelect((state) => state.home);
  const named = home?.how === "found" ? home.name : "";
  const [text, setText] = useTextOfHome(home, named);
  const [isOpen, setOpen] = useState(false);
  const [pointed, setPointed] = useState<{ readonly answer: Answer | undefined; readonly at: number }>();
  /** The text on which Enter was pressed without a choice. */
  const [entered, setEntered] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const take = (place: Found): void => {
    const name = place.where === "" ? place.name : `${place.name}, ${place.where}`;
    setText(name);
    setOpen(false);
    setPointed(undefined);
    // A phone's keyboard goes, so that the answer is seen.
    if (window.matchMedia("(pointer: coarse)").matches) field.current?.blur();
    const { lon, lat, unknownHouse } = place;
    const meant = { lon, lat, name, how: "found" as const, ...(unknownHouse !== undefined && { unknownHouse }) };
    store.dispatch({ kind: "home", home: meant });
  };
  /** Unasked nothing is taken that may be another place than the one meant. */
  const takeWhatIsMeant = ({ places, asTyped }: PlacesFound): void => {
    if (asTyped === 1) take(places[0]);
  };
  const answer = useFound(text, (found) => {
    if (entered === found.to) takeWhatIsMeant(found);
  });
  // A line that was pointed at is no line of the next list.
  const at = pointed && pointed.answer === answer ? pointed.at : -1;
  const setAt = (line: number): void => setPointed({ answer, at: line });
  const shown = isOpen && answer ? answer.places : [];
  const isEntered = isOpen && entered === text;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setAt((at + step + (at < 0 && step < 0 ? 1 : 0) + shown.length) % shown.length);
    } else if (event.key === "Enter" && text.trim() !== "") {
      event.preventDefault();
      if (at >= 0 && shown.length > at) return take(shown[at]);
      setOpen(true);
      setEntered(text);
      // Where the answer has not come yet, it is taken when it does.
      if (answer?.to === text) takeWhatIsMeant(answer);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      setOpen(false);
      setPointed(undefined);
      setEntered(undefined);
    }
  };
  const doubt =
    shown.length === 0 ? undefined : answer?.asTyped === 0 ? "here.near" : isEntered ? "here.several" : undefined;
  const isNothing = isOpen && answer?.places.length === 0;
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
          setPointed(undefined);
          setEntered(undefined);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      {doubt && (
        <p className="here-doubt" aria-hidden="true">
          {tell(doubt)}
        </p>
      )}
      <div
        id={`${id}-list`}
        className="here-found"
        role="listbox"
        aria-label={tell("here.field")}
        hidden={shown.length === 0}
      >
        {shown.map((place, number) => (
          <Option
            key={`${place.kind} ${place.name} ${place.where}`}
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
        {isNothing && tell("here.none")}
        {doubt && `${tell(doubt)} `}
        {shown.length > 0 && tell("here.found", { count: shown.length })}
      </p>
      {isNothing && text.trim().length > 2 && <p aria-hidden="true">{tell("here.none")}</p>}
      {home && text.trim() !== "" && text !== named && (
        <p className="here-notice" role="status">
          {home.how === "found" ? tell("here.stillOf", { place: home.name }) : tell("here.stillClicked")}
        </p>
      )}
    </div>
  );
}

/** What is written in the field: the place that the answer is for, as long as nothing else is typed; nothing where it was clicked. */
function useTextOfHome(
  home: AppState["home"],
  named: string,
): readonly [text: string, setText: (text: string) => void] {
  const place = `${home?.lon} ${home?.lat} ${named}`;
  const [known, setKnown] = useState({ place, text: named });
  const setText = (text: string): void => setKnown({ place, text });
  if (known.place === place) return [known.text, setText];
  setKnown({ place, text: named });
  return [named, setText];
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

/** What may be meant, and which text it is the answer to. */
interface Answer extends PlacesFound {
  readonly to: string;
}

/** What may be meant by a text; as it was while the next is looked up, undefined for none. */
function useFound(text: string, hear: (answer: Answer) => void): Answer | undefined {
  const workers = useWorkers();
  const heard = useEffectEvent(hear);
  const [answer, setAnswer] = useState<Answer>();
  const isAsked = text.trim() !== "";
  useEffect(() => {
    if (!isAsked) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      workers.askHere({ about: "find", text }, (told) => {
        if (!isWanted || told.about !== "find") return;
        const found = { ...told.found, to: told.text };
        setAnswer(found);
        heard(found);
      });
    }, PAUSE);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [workers, text, isAsked]);
  return isAsked ? answer : undefined;
}
