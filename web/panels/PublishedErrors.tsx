import type { ReactNode } from "react";
import { ERRORS_TITLE, type Published, publishedErrors, sumsKeptText } from "../../src/index.ts";
import { useVoice } from "../i18n/say.ts";
import type { CaseView } from "../worker/messages.ts";

/** How far a published case's figures may be off, plan by plan. */
export function PublishedErrors({
  published,
  plans,
}: {
  readonly published: Published;
  readonly plans: CaseView["plans"];
}): ReactNode {
  const { read, language, currency } = useVoice();
  return (
    <>
      <p>
        {sumsKeptText(published, language)} {read(ERRORS_TITLE)}
      </p>
      {publishedErrors(published, plans, currency).map(({ plan, rows }) => (
        <details key={read(plan)}>
          <summary>{read(plan)}</summary>
          <dl className="words">
            {rows.map(({ measure, atMost }) => (
              <div key={read(measure)}>
                <dt>{read(measure)}</dt>
                <dd>{read(atMost)}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </>
  );
}
