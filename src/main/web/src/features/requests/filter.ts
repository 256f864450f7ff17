import type { RequestState } from "../../shared/requests/contract";
import type { RequestFilter } from "../../shared/requests/routes";
import { REQUEST_STATES } from "../../shared/requests/state";

export type Filter = RequestFilter;

export const NO_FILTER: Filter = { state: null, mine: false, text: "" };

/** From the address, so that a filtered list can be sent to somebody. */
export function filterOf(search: string): Filter {
  const query = new URLSearchParams(search);
  const state = query.get("state") ?? "";
  return {
    state: isState(state) ? state : null,
    mine: query.get("mine") === "true",
    text: query.get("text") ?? "",
  };
}

/** With its question mark; empty for all. */
export function searchOf({ state, mine, text }: Filter): string {
  const query = new URLSearchParams({
    ...(state === null ? {} : { state }),
    ...(mine ? { mine: "true" } : {}),
    ...(text === "" ? {} : { text }),
  }).toString();
  return query === "" ? "" : `?${query}`;
}

function isState(word: string): word is RequestState {
  return Object.hasOwn(REQUEST_STATES, word);
}
