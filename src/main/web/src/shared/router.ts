import { useSyncExternalStore } from "react";

const CHANGED = "consoleme:navigated";

export interface Location {
  /** As in the address bar: still percent-encoded. */
  path: string;
  /** With its question mark; empty when there is none. */
  search: string;
}

let moved = false;

/** Whether the page one sees came by a link of ours, not with the document. */
export function hasNavigated(): boolean {
  return moved;
}

/** Goes to a page of ours without loading the document anew. */
export function navigate(href: string, options: { replace?: boolean } = {}): void {
  if (options.replace === true) {
    window.history.replaceState(null, "", href);
  } else {
    window.history.pushState(null, "", href);
  }
  moved = true;
  window.dispatchEvent(new Event(CHANGED));
}

export function useLocation(): Location {
  const href = useSyncExternalStore(subscribe, current);
  const question = href.indexOf("?");
  return question < 0
    ? { path: href, search: "" }
    : { path: href.slice(0, question), search: href.slice(question) };
}

function current(): string {
  return window.location.pathname + window.location.search;
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("popstate", changed);
  window.addEventListener(CHANGED, changed);
  return () => {
    window.removeEventListener("popstate", changed);
    window.removeEventListener(CHANGED, changed);
  };
}

/** The rest of a path behind a prefix, decoded; text that is not valid percent-encoding stays as it is. */
export function tail(path: string, prefix: string): string {
  const rest = path.slice(prefix.length);
  try {
    return decodeURIComponent(rest);
  } catch {
    return rest;
  }
}

interface FollowEvent {
  detail: { href?: string | undefined; external?: boolean | undefined };
  preventDefault(): void;
}

/** For Cloudscape's `onFollow`: our own pages open in place. */
export function follow(event: FollowEvent): void {
  const { href, external } = event.detail;
  if (href?.startsWith("/") === true && external !== true) {
    event.preventDefault();
    navigate(href);
  }
}
