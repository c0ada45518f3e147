import { fillText, inBoth, type Issue, type IssueText, messageText, type Text } from "../../src/index.ts";

/** What is wrong and what to do about it, in every language. */
export function issueInWords(issue: Issue, texts: Readonly<Record<string, IssueText>>): Text {
  return inBoth(
    (language) =>
      `${messageText(issue, texts, language)} ${fillText(texts[issue.code].action, language, issue.values)}`,
  );
}
