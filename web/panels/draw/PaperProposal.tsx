import { type ReactNode, useState } from "react";
import type { Plan } from "../../../src/index.ts";
import { openCode } from "../../draw/open-code.ts";
import { useEdits } from "../../draw/use-edits.ts";
import { useVoice } from "../../i18n/say.ts";
import { NOTHING_ASSUMED } from "../../map/assumed-on-map.ts";
import { codeOfSheet, sheetDistricts, sheetOf } from "../../proposals/paper.ts";
import { fileName } from "../../proposals/studio-words.ts";
import { useStudio } from "../../proposals/studio-context.ts";
import { caseView, sceneryOf } from "../../state/selectors.ts";
import { useSelect } from "../../state/store.ts";
import type { CaseView } from "../../worker/messages.ts";
import { download } from "../download.ts";
import { mapPictureOf } from "../map-picture.ts";

/** A proposal on paper: a sheet to print, and the crosses on it typed in. */
export function PaperProposal(): ReactNode {
  const { say, read, language } = useVoice();
  const view = useSelect(caseView);
  const scenery = useSelect(sceneryOf);
  const [from, setFrom] = useState<string>();
  const [doing, setDoing] = useState<"ready" | "working" | "failed">("ready");
  const start = view?.plans.find(({ id }) => id === from) ?? view?.plans[0];
  if (!view || !scenery || !start) return null;
  const get = async (): Promise<void> => {
    setDoing("working");
    try {
      const text = sheetOf(view, start, language, await mapPictureOf(view, scenery, { plan: start }, NOTHING_ASSUMED));
      download(`${fileName(start.title)}-${say("paper.fileName")}.html`, "text/html", text);
      setDoing("ready");
    } catch {
      setDoing("failed");
    }
  };
  return (
    <>
      <p className="field-help">{say("paper.text")}</p>
      <label>
        {say("paper.start")}
        <select className="form-select" value={start.id} onChange={({ target }) => setFrom(target.value)}>
          {view.plans.map(({ id, title }) => (
            <option key={id} value={id}>
              {read(title)}
            </option>
          ))}
        </select>
      </label>
      <button
        type="button"
        className="button button-secondary small-button"
        disabled={doing === "working"}
        onClick={() => void get()}
      >
        {say("paper.get")}
      </button>
      <p role="status">{doing !== "ready" && say(`paper.${doing}`)}</p>
      <Crosses key={start.id} view={view} start={start} />
    </>
  );
}

interface CrossesProps {
  readonly view: CaseView;
  readonly start: Plan;
}

/** A school's row of the sheet: its district by number, and what is crossed. */
interface Crossed {
  readonly closes: boolean;
  readonly district: number;
}

function Crosses({ view, start }: CrossesProps): ReactNode {
  const { say, read } = useVoice();
  const studio = useStudio();
  const edits = useEdits();
  const [crossed, setCrossed] = useState<ReadonlyMap<number, Crossed>>(new Map());
  const districts = sheetDistricts(view, start);
  const rows = districts.flatMap(({ sites, district }) => sites.map((site) => ({ site, district })));
  const stateOf = (site: number, district: number): Crossed => crossed.get(site) ?? { closes: false, district };
  const ticked = rows.flatMap(({ site, district }) => {
    const now = stateOf(site, district);
    return now.closes || now.district !== district ? [{ site, ...now }] : [];
  });
  const { code, said } = codeOfSheet(view, start, ticked);
  return (
    <fieldset className="paper-crosses">
      <legend>{say("paper.enter")}</legend>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("paper.school")}</th>
            <th scope="col">{say("paper.closes")}</th>
            <th scope="col">{say("paper.to")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ site, district }) => {
            const { name: school } = view.sites[site];
            const now = stateOf(site, district);
            const set = (change: Partial<Crossed>): void =>
              setCrossed(new Map([...crossed, [site, { ...now, ...change }]]));
            return (
              <tr key={site}>
                <th scope="row">{school}</th>
                <td>
                  <input
                    type="checkbox"
                    aria-label={say("paper.closesOf", { school })}
                    checked={now.closes}
                    onChange={({ target }) => set({ closes: target.checked })}
                  />
                </td>
                <td>
                  <select
                    className="form-select"
                    aria-label={say("paper.toOf", { school })}
                    value={now.district}
                    onChange={({ target }) => set({ district: Number(target.value) })}
                  >
                    {districts.map((to) => (
                      <option key={to.district} value={to.district}>
                        {`${to.key} ${to.name}`}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p role="status">
        {ticked.length === 0
          ? say("paper.none")
          : code === undefined
            ? said.map(read).join(" ")
            : say("paper.code", { code })}
      </p>
      <button
        type="button"
        className="button button-primary small-button"
        disabled={ticked.length === 0 || code === undefined}
        onClick={() => code !== undefined && void openCode(studio, edits, code)}
      >
        {say("paper.make")}
      </button>
      <p className="field-help">{say("paper.after")}</p>
    </fieldset>
  );
}
