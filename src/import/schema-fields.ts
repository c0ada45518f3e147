import { z } from "zod";

/** The fields that a schema knows at a path, of every form that the value there may have. */
export function fieldsAt(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly string[] {
  const forms = path.reduce<readonly z.core.$ZodType[]>(
    (around, step) => around.flatMap(formsOf).flatMap((form) => within(form, step)),
    [schema],
  );
  return [
    ...new Set(forms.flatMap(formsOf).flatMap((form) => (form instanceof z.ZodObject ? Object.keys(form.shape) : []))),
  ];
}

/** What a value may be, without what only says that it may be absent or is changed afterwards. */
function formsOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(formsOf);
  if (schema instanceof z.ZodPipe) return formsOf(schema.in);
  if (schema instanceof z.ZodLazy) return formsOf(schema.unwrap());
  const isAround =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly;
  return isAround ? formsOf(schema.unwrap()) : [schema];
}

function within(form: z.core.$ZodType, step: string | number): readonly z.core.$ZodType[] {
  if (form instanceof z.ZodObject) {
    const field = new Map<string, z.core.$ZodType>(Object.entries(form.shape)).get(String(step));
    return field ? [field] : [];
  }
  if (form instanceof z.ZodArray) return [form.element];
  return form instanceof z.ZodRecord ? [form.valueType] : [];
}
