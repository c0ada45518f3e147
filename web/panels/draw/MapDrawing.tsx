import type { ReactNode } from "react";
import type { DistrictMap } from "../../map/district-map.ts";
import { AssumedLayer } from "../assumptions/AssumedLayer.tsx";
import { BrushLayer } from "./BrushLayer.tsx";
import { LockLayer } from "./LockLayer.tsx";
import { NewSchoolHandles } from "./NewSchoolHandles.tsx";
import { PinLayer } from "./PinLayer.tsx";

/** What is drawn with on the map, and what only a drawn plan has there. */
export function MapDrawing({ map }: { readonly map: DistrictMap | undefined }): ReactNode {
  return (
    <>
      <BrushLayer map={map} />
      <LockLayer map={map} />
      <AssumedLayer map={map} />
      <PinLayer map={map} />
      <NewSchoolHandles map={map} />
    </>
  );
}
