/** Where an action is being typed, and what of it stands there. */
export interface TypedAction {
  /** Place of its first letter. */
  start: number;
  typed: string;
}

/** Far enough back to find the key that a list of actions belongs to. */
const LOOK_BACK = 4_000;
const WORD = /"([A-Za-z0-9-]{1,64}(?::[A-Za-z0-9]{0,128})?)$/;
const ACTIONS = /"(?:Not)?Action"\s{0,40}:\s{0,40}(?:\[[^\]{}]*)?$/i;

/** The action before the cursor; null where something else is typed. */
export function typedAction(text: string, cursor: number): TypedAction | null {
  const before = text.slice(Math.max(0, cursor - LOOK_BACK), cursor);
  const typed = WORD.exec(before)?.[1];
  if (typed === undefined || !ACTIONS.test(before.slice(0, before.length - typed.length - 1))) {
    return null;
  }
  return { start: cursor - typed.length, typed };
}

export interface Edit {
  text: string;
  cursor: number;
}

/** Puts the completion in the place of what was typed; the rest of an old word goes with it. */
export function complete(text: string, { start, typed }: TypedAction, completion: string): Edit {
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
