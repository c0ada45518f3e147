import { type ReactNode, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { type Paces, schoolYearText, transportNote } from "../../src/index.ts";
import { download } from "../panels/download.ts";
import { QrCode } from "../panels/room/QrCode.tsx";
import { caseView, gradesHere } from "../state/selectors.ts";
import { useSelect } from "../state/store.ts";
import { gradeWords } from "./GradeChoice.tsx";
import { useHereVoice } from "./here-voice.ts";
import { Speeds } from "./Speeds.tsx";
import { SchoolWords } from "./SchoolWords.tsx";
import { bandOf, type ToldPlan } from "./told-plans.ts";
import { usePlanYears } from "./use-plan-years.ts";
import { Years } from "./Years.tsx";

interface SlipProps {
  readonly name: string;
  /** Where addresses are made up: the sentence that says so. */
  readonly notice: string | undefined;
  readonly told: readonly ToldPlan[];
  readonly paces: Paces;
  readonly grade: number;
}

/** Says on the document that the slip alone is printed. */
const PRINTING = "prints-slip";

function printSlip(): void {
  const { classList } = document.documentElement;
  classList.add(PRINTING);
  window.addEventListener("afterprint", () => classList.remove(PRINTING), { once: true });
  window.print();
}

/** How a saved slip looks; it stands by itself. */
const STYLE =
  "body{font:16px/1.5 sans-serif;max-width:40em;margin:2em auto;padding:0 1em}figure{float:right;width:9em;margin:0 0 1em 1em;font-size:.8em}svg{width:9em;height:9em}button,select{display:none}";

/** The answer on a sheet of paper or in a file: without the place, unless that is ticked. The code opens the page and never the place. */
export function Slip({ name, told, paces, grade, notice }: SlipProps): ReactNode {
  const { tell, language } = useHereVoice();
  const [place, setPlace] = useState<"written" | "left-out">("left-out");
  const id = useId();
  const paper = useRef<HTMLDivElement>(null);
  const save = (): void => {
    const title = tell("slip.title");
    const body = paper.current?.innerHTML ?? "";
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style>`;
    download(
      tell("slip.file"),
      "text/html",
      `<!doctype html><html lang="${language}"><head>${head}</head><body>${body}</body></html>`,
    );
  };
  return (
    <section className="here-slip">
      <h4>{tell("slip.make")}</h4>
      <div className="check">
        <input
          id={id}
          type="checkbox"
          className="form-checkbox"
          checked={place === "written"}
          onChange={({ target }) => setPlace(target.checked ? "written" : "left-out")}
        />
        <label htmlFor={id}>{tell("slip.withAddress")}</label>
      </div>
      <p className="here-buttons">
        <button type="button" className="button button-secondary small-button" onClick={printSlip}>
          {tell("slip.print")}
        </button>
        <button type="button" className="button button-secondary small-button" onClick={save}>
          {tell("slip.save")}
        </button>
      </p>
      {createPortal(
        <div ref={paper} className="slip">
          <Paper
            told={told}
            paces={paces}
            grade={grade}
            name={place === "written" ? name : undefined}
            notice={notice}
          />
        </div>,
        document.body,
      )}
    </section>
  );
}

function Paper({
  name,
  notice,
  told,
  paces,
  grade,
}: Omit<SlipProps, "name"> & { readonly name: string | undefined }): ReactNode {
  const voice = useHereVoice();
  const { tell, read } = voice;
  const view = useSelect(caseView);
  const grades = useSelect(gradesHere);
  const years = usePlanYears();
  const { origin, pathname, search } = window.location;
  return (
    <>
      <figure className="slip-code">
        <QrCode text={`${origin}${pathname}${search}`} label={tell("slip.code")} />
        <figcaption>{tell("slip.code")}</figcaption>
      </figure>
      <h1>{tell("slip.title")}</h1>
      <p>
        {view?.name}. {name === undefined ? tell("slip.noPlace") : tell("slip.place", { place: name })}{" "}
        {name !== undefined && notice}
      </p>
      <p>{tell("slip.grade", { grade: gradeWords(voice, grades, grade) })}.</p>
      {told.map((plan) => (
        <section key={plan.key}>
          <h2>{plan.title}</h2>
          <SchoolWords plan={plan} today={told[0]} band={bandOf(grades, grade)} />
        </section>
      ))}
      {told.length > 1 && years && (
        <>
          <h2>{tell("slip.years", { year: schoolYearText(years.begins) })}</h2>
          <Years told={told} grade={grade} level="h3" />
        </>
      )}
      <h2>{tell("slip.how")}</h2>
      <p>
        <Speeds paces={paces} band={bandOf(grades, grade)} />
      </p>
      <p>{grades.law.kind === "danish" ? tell("here.law") : read(transportNote(grades))}</p>
    </>
  );
}
