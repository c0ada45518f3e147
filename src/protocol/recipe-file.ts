import { z } from "zod";
import { caseFileSchema } from "./case-file.ts";

/** What a file can be in a case, by the name that a recipe gives it. */
export const FILE_ROLES = [
  "sites",
  "pupils",
  "children",
  "homes",
  "areas",
  "attendance",
  "capacity",
  "districts",
  "roads",
  "outline",
  "units",
  "land",
  "surroundings",
  "places",
  "neighbours",
  "addresses",
  "parishes",
  "births",
  "movers",
  "housing",
  "forecast",
  "assumptions",
  "counts",
  "costs",
  "price-index",
  "dangerous-roads",
  "timetable",
  "as-named",
  "left-out",
] as const;
export type FileRole = (typeof FILE_ROLES)[number];

const name = z.string().min(1).max(300);

const partSchema = z
  .strictObject({
    file: name.describe(
      'Path in the folder, such as "Skoler_2025.xlsx". A file of another year is known by its name with other numbers in it.',
    ),
    part: name
      .optional()
      .describe("The sheet of a workbook or the layer of a map file; left out: the only one, or the first."),
    is: z.enum(FILE_ROLES).describe("What it is. as-named: a case's own file, taken as it is. left-out: not used."),
    columns: z
      .record(name, name)
      .optional()
      .describe(
        "By what a column is (id, name, lat, grade …) its name in the file. Columns that are not named are not used.",
      ),
    only: z
      .record(name, z.array(z.string().max(300)).min(1))
      .optional()
      .describe("By a column's name in the file the values that count; rows and features with others are left out."),
    crs: caseFileSchema.shape.crs.describe("What its coordinates are in, where neither the file nor its numbers tell."),
    where: z
      .enum(["inside-outline", "near-roads"])
      .optional()
      .describe(
        "Which rows count by where they lie: those inside the outline, or within 1,000 m of a road; left out: all.",
      ),
    grades: name
      .optional()
      .describe('Of schools without a column of grades: what each of them teaches, such as "0-9".'),
    ages: z
      .tuple([z.int().min(0).max(25), z.int().min(0).max(25)])
      .optional()
      .describe("Of children counted by area: the youngest and the oldest age that the count has; left out: 0 to 14."),
  })
  .describe("One file or a part of it, and how it becomes a file of the case.");

/** recipe.json: how the files that people have become a case, to be done again with next year's files. */
export const recipeFileSchema = z
  .strictObject({
    format: z.literal("skoledistrikt-recipe"),
    version: z.literal(1),
    case: caseFileSchema
      .omit({ format: true, version: true })
      .partial({ sources: true })
      .optional()
      .describe("What case.json would say, where the folder has none."),
    districts: z
      .enum(["as-named", "one-a-school"])
      .default("as-named")
      .describe("one-a-school: every school is a district by itself, as where no file says otherwise."),
    files: z.array(partSchema).min(1).max(500),
  })
  .describe("How files as they are become a skoledistrikt case");

export type RecipeFile = z.output<typeof recipeFileSchema>;
export type RecipePart = RecipeFile["files"][number];
