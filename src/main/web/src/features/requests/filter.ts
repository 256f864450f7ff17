import type { RequestState } from "../../shared/requests/contract";
import { OLDEST_FIRST, type RequestFilter } from "../../shared/requests/routes";
import { REQUEST_STATES } from "../../shared/requests/state";

export type Filter = RequestFilter;

export const NO_FILTER: Filter = { state: null, mine: false, text: "", oldestFirst: false };

/** The server takes no more; whoever pastes more looks for its beginning. */
const LONGEST_TEXT = 200;

export function bounded(text: string): string {
  return text.slice(0, LONGEST_TEXT);
}

/** From the address, so that a filtered list can be sent to somebody. */
export function filterOf(search: string): Filter {
  const query = new URLSearchParams(search);
  const state = query.get("state") ?? "";
  return {
    state: isState(state) ? state : null,
    mine: query.get("mine") === "true",
    text: bounded(query.get("text") ?? ""),
    oldestFirst: query.get("sort") === OLDEST_FIRST,
  };
}

/** With its question mark; empty for all, the newest first. */
export function searchOf({ state, mine, text, oldestFirst }: Filter): string {
  const query = new URLSearchParams({
    ...(state === null ? {} : { state }),
    ...(mine ? { mine: "true" } : {}),
    ...(text === "" ? {} : { text }),
    ...(oldestFirst ? { sort: OLDEST_FIRST } : {}),
  }).toString();
  return query === "" ? "" : `?${query}`;
}

function isState(word: string): word is RequestState {
  return Object.hasOwn(REQUEST_STATES, word);
}
