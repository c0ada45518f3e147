import type { ReactNode } from "react";
import { type Language, languageName, LANGUAGES } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import { VIEWS } from "../state/choice.ts";
import { caseView, districtsAsked, sceneryOf } from "../state/selectors.ts";
import { useSelect, useStore } from "../state/store.ts";
import { isCompareShown } from "../state/tray.ts";
import { Doing } from "./Doing.tsx";
import { useScreenWidth } from "./screen-width.ts";
import { Segments } from "./Segments.tsx";

/** What is looked at, how the map shows it, the language and the help. */
export function Header(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  // Pinned plans are all shown, each on a map of its own.
  const isCompared = useSelect(isCompareShown);
  return (
    <header className="page-header">
      <p className="brand">{say("page.title")}</p>
      <Question />
      <Doing />
      {!isCompared && <Views />}
      <Languages />
      <button
        type="button"
        className="quiet-button"
        onClick={() => store.dispatch({ kind: "dialog", dialog: "help" })}
        aria-haspopup="dialog"
      >
        <span className="key-hint" aria-hidden="true">
          ?
        </span>
        <span className="label">{say("header.help")}</span>
      </button>
    </header>
  );
}

/** "Holbæk · fra 8 til 4 distrikter", the 4 to choose. */
function Question(): ReactNode {
  const { say, number } = useVoice();
  const store = useStore();
  const view = useSelect(caseView);
  const place = useSelect(sceneryOf)?.name;
  const asked = useSelect(districtsAsked);
  if (place === undefined) return <div className="question" />;
  if (!view || asked === undefined) return <h1 className="question">{place}</h1>;
  const most = view.districts.length;
  return (
    <div className="question">
      <h1>{view.name}</h1>
      <span aria-hidden="true">·</span>
      <span className="question-count">
        <span>{say("header.from", { from: number(most) })}</span>
        <select
          className="inline-select"
          aria-label={say("header.howMany")}
          value={asked}
          onChange={({ target }) => {
            store.dispatch({ kind: "choose", change: { districts: Number(target.value) } });
          }}
        >
          {Array.from({ length: most }, (_, i) => (
            <option key={i} value={i + 1}>
              {number(i + 1)}
            </option>
          ))}
        </select>
        <span>{say("header.to")}</span>
      </span>
    </div>
  );
}

function Views(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const view = useSelect(({ choice }) => choice.view);
  const surface = useSelect(({ choice }) => choice.surface);
  const width = useScreenWidth();
  const offered = width === "wide" ? ([...VIEWS, "table"] as const) : VIEWS;
  const chosen = surface === "table" && width === "wide" ? "table" : view;
  const choose = (value: (typeof offered)[number]): void =>
    store.dispatch({
      kind: "choose",
      change: value === "table" ? { surface: value } : { view: value, surface: "map" },
    });
  return (
    <>
      <Segments
        name="view"
        className="views"
        of={{ legend: say("header.view") }}
        options={offered.map((value) => ({ value, label: say(`view.${value}`) }))}
        chosen={chosen}
        onChoose={choose}
      />
      {/* On a phone beside what is done, in one row. */}
      <select
        className="inline-select views-few"
        aria-label={say("header.view")}
        value={chosen}
        onChange={({ target }) => {
          const value = offered.find((each) => each === target.value);
          if (value) choose(value);
        }}
      >
        {offered.map((value) => (
          <option key={value} value={value}>
            {say(`view.${value}`)}
          </option>
        ))}
      </select>
    </>
  );
}

function Languages(): ReactNode {
  const { say } = useVoice();
  const store = useStore();
  const language = useSelect(({ choice }) => choice.language);
  const choose = (value: Language): void => store.dispatch({ kind: "choose", change: { language: value } });
  // More than two would not stand beside each other in the row of a phone.
  if (LANGUAGES.length > 2)
    return (
      <select
        className="inline-select many-languages"
        aria-label={say("header.language")}
        value={language}
        onChange={({ target }) => choose(LANGUAGES.find((each) => each === target.value) ?? language)}
      >
        {LANGUAGES.map((value) => (
          <option key={value} value={value} lang={value}>
            {languageName(value)}
          </option>
        ))}
      </select>
    );
  return (
    <fieldset className="languages">
      <legend className="sr-only">{say("header.language")}</legend>
      {LANGUAGES.map((value) => (
        <label key={value} className="language" lang={value} title={languageName(value)}>
          <input
            type="radio"
            name="language"
            value={value}
            aria-label={languageName(value)}
            checked={language === value}
            onChange={() => choose(value)}
          />
          <span aria-hidden="true">{value}</span>
        </label>
      ))}
    </fieldset>
  );
}
