import { fillText, type Issue, type IssueText, messageText, type Text } from "../../src/index.ts";

/** What is wrong and what to do about it, in both languages. */
export function issueInWords(issue: Issue, texts: Readonly<Record<string, IssueText>>): Text {
  const write = (language: "da" | "en"): string =>
    `${messageText(issue, texts, language)} ${fillText(texts[issue.code].action, language, issue.values)}`;
  return { da: write("da"), en: write("en") };
}
