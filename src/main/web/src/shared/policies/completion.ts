/** What is being typed, and where. */
export interface Typed {
  kind: "action" | "word";
  /** Place of its first letter. */
  start: number;
  typed: string;
  /** Of the few words of the grammar, those that fit; of actions the server knows them. */
  words: string[];
}

/** Far enough back to find the key that a list of actions belongs to. */
const LOOK_BACK = 4_000;
const ACTION = /"([A-Za-z0-9-]{1,64}(?::[A-Za-z0-9]{0,128})?)$/;
const ACTIONS = /"(?:Not)?Action"\s{0,40}:\s{0,40}(?:\[[^\]{}]*)?$/i;
const WORD = /"([A-Za-z]{1,20})$/;
const EFFECT = /"Effect"\s{0,40}:\s{0,40}$/;
const STRING = /"(?:[^"\\]|\\.)*"/g;

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
const KEYS = [
  "Version",
  "Id",
  "Statement",
  "Sid",
  "Effect",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];
const EFFECTS = ["Allow", "Deny"];

/** The action, the key or the effect before the cursor; null where something else is typed. */
export function typedWord(text: string, cursor: number): Typed | null {
  const before = text.slice(Math.max(0, cursor - LOOK_BACK), cursor);
  const action = ACTION.exec(before)?.[1];
  if (action !== undefined && ACTIONS.test(without(before, action))) {
    return { kind: "action", start: cursor - action.length, typed: action, words: [] };
  }
  const typed = WORD.exec(before)?.[1];
  if (typed === undefined) {
    return null;
  }
  const rest = without(before, typed);
  const all = EFFECT.test(rest) ? EFFECTS : beginsKey(rest) ? KEYS : [];
  const words = all.filter((each) => each.toLowerCase().startsWith(typed.toLowerCase()));
  return words.length === 0 ? null : { kind: "word", start: cursor - typed.length, typed, words };
}

/** What stands before the quotation mark of the word. */
function without(before: string, word: string): string {
  return before.slice(0, before.length - word.length - 1);
}

/** Whether a member's name stands here: after a brace or a comma, in an object and not in a list. */
function beginsKey(before: string): boolean {
  const bare = before.replace(STRING, "").trimEnd();
  if (!/[{,]$/.test(bare)) {
    return false;
  }
  let closed = 0;
  for (let at = bare.length - 1; at >= 0; at--) {
    const sign = bare.charAt(at);
    if (sign === "}" || sign === "]") {
      closed++;
    } else if ((sign === "{" || sign === "[") && closed-- === 0) {
      return sign === "{";
    }
  }
  return false;
}

export interface Edit {
  text: string;
  cursor: number;
}

/** Puts the completion in the place of what was typed; the rest of an old word goes with it. */
export function complete(
  text: string,
  { start, typed }: Pick<Typed, "start" | "typed">,
  completion: string,
): Edit {
  const rest = text.slice(start + typed.length).replace(/^[A-Za-z0-9:*-]{0,200}/, "");
  return { text: text.slice(0, start) + completion + rest, cursor: start + completion.length };
}

/** A line break that keeps the indentation, one step deeper after a bracket. */
export function newLine(text: string, from: number, to: number): Edit {
  const line = text.slice(text.lastIndexOf("\n", from - 1) + 1, from);
  const indent = /^[ \t]{0,200}/.exec(line)?.[0] ?? "";
  const added = `\n${indent}${/[[{]\s{0,200}$/.test(line) ? "  " : ""}`;
  return { text: text.slice(0, from) + added + text.slice(to), cursor: from + added.length };
}

/** Line and column of a place, both from 0. */
export function position(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length - 1, column: lines.at(-1)?.length ?? 0 };
}
