import { type PartLook, ROLES } from "../../src/index.ts";
import type { FileRole } from "../../src/protocol/recipe-file.ts";

/** What a part of its shape can be, and what it is. */
export const rolesFor = ({ shape }: Pick<PartLook, "shape">, is: FileRole): readonly FileRole[] => {
  const fitting: readonly FileRole[] = ROLES.filter(({ shapes }) => shapes.includes(shape)).map(({ role }) => role);
  return [...fitting, ...(fitting.includes(is) || is === "left-out" ? [] : [is]), "left-out"];
};
