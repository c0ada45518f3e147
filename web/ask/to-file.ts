import type { AskForm } from "./form.ts";
import { type AskContext, questionOf } from "./question.ts";

/** A question of the form as a file that every command takes, and that the page opens again. */
export function fileOfForm(form: AskForm, context: AskContext, title: string): string {
  const { question } = questionOf(form, context);
  // The plan in view has no name outside the page.
  const named = question.kind === "reassign" ? { ...question, plan: undefined } : question;
  return `${JSON.stringify({ ...named, title }, undefined, 2)}\n`;
}
