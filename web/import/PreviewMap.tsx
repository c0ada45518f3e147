import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { DrawnFiles } from "../../src/index.ts";
import type { RecipeFile } from "../../src/protocol/recipe-file.ts";
import { drawPreview, extentOf, type PreviewExtent } from "./draw-preview.ts";
import { useImportVoice } from "./import-voice.ts";

interface Props {
  readonly drawn: DrawnFiles | undefined;
  readonly recipe: RecipeFile | undefined;
}

/** What was read, drawn over each other before anything of it is believed: schools beside their roads, or somewhere else. */
export function PreviewMap({ drawn, recipe }: Props): ReactNode {
  const { tell, number } = useImportVoice();
  // Steps of the work are told many times a second, and what is drawn stays the same.
  const extent = useMemo(() => drawn && extentOf(drawn), [drawn]);
  return (
    <section>
      <h3>{tell("import.map.title")}</h3>
      {drawn && extent ? (
        <>
          <PreviewCanvas drawn={drawn} extent={extent} />
          <p>
            {tell("import.map.where", {
              lat: number(extent.lat, 3),
              lon: number(extent.lon, 3),
              width: number(extent.kilometres, extent.kilometres < 10 ? 1 : 0),
            })}{" "}
            {tell("import.map.check")}
            {drawn.roads.length < drawn.roadCount &&
              ` ${tell("import.map.some", { shown: number(drawn.roads.length), text: number(drawn.roadCount) })}`}
          </p>
          <CrsNotes drawn={drawn} recipe={recipe} />
        </>
      ) : (
        <p>{tell("import.map.waiting")}</p>
      )}
    </section>
  );
}

function PreviewCanvas({ drawn, extent }: { readonly drawn: DrawnFiles; readonly extent: PreviewExtent }): ReactNode {
  const voice = useImportVoice();
  const { tell, number } = voice;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    const scale = (kilometres: number): string =>
      tell("import.map.scale", { km: number(kilometres, kilometres < 1 ? 1 : 0) });
    const draw = (): void => drawPreview(element, drawn, extent, scale);
    draw();
    const watch = new ResizeObserver(draw);
    watch.observe(element);
    return () => watch.disconnect();
  }, [drawn, extent, tell, number]);
  const what = voice.list([
    tell("import.found.sites", { count: drawn.schools.length }),
    tell("import.found.roads", { text: number(drawn.roadCount) }),
  ]);
  const label = tell("import.map.label", {
    what,
    lat: number(extent.lat, 3),
    lon: number(extent.lon, 3),
    width: number(extent.kilometres, 0),
  });
  return <canvas ref={canvas} className="import-map" role="img" aria-label={label} />;
}

/** What each file's coordinates were read as. */
function CrsNotes({
  drawn,
  recipe,
}: {
  readonly drawn: DrawnFiles;
  readonly recipe: RecipeFile | undefined;
}): ReactNode {
  const { tell } = useImportVoice();
  const notes = drawn.notes.flatMap(({ file, crs }) => (crs === undefined ? [] : [{ file, crs }]));
  if (notes.length === 0 || !recipe) return null;
  return (
    <ul className="import-crs">
      {notes.map(({ file, crs }) => (
        <li key={file}>{tell("import.crs.of", { file, crs: isListed(crs) ? tell(`import.crs.${crs}`) : crs })}</li>
      ))}
    </ul>
  );
}

const LISTED = ["EPSG:4326", "EPSG:25832", "EPSG:25833", "EPSG:3857"] as const;
const isListed = (crs: string): crs is (typeof LISTED)[number] => LISTED.some((each) => each === crs);
