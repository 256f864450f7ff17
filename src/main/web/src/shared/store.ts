import { useCallback, useSyncExternalStore } from "react";

const WRITTEN = "consoleme:stored";

/** A short list of strings in this browser's storage, one per name; every tab sees a change. */
export function useStoredList(name: string): [string[], (next: string[]) => void] {
  const raw = useSyncExternalStore(subscribe, () => read(name));
  const write = useCallback((next: string[]) => writeList(name, next), [name]);
  return [parse(raw), write];
}

export function readList(name: string): string[] {
  return parse(read(name));
}

export function writeList(name: string, next: string[]): void {
  write(name, JSON.stringify(next));
}

export function read(name: string): string {
  try {
    return window.localStorage.getItem(name) ?? "";
  } catch {
    return ""; // storage is switched off: the page works, it only remembers nothing
  }
}

export function write(name: string, value: string): void {
  try {
    window.localStorage.setItem(name, value);
  } catch {
    return;
  }
  window.dispatchEvent(new Event(WRITTEN));
}

export function subscribe(changed: () => void): () => void {
  window.addEventListener("storage", changed);
  window.addEventListener(WRITTEN, changed);
  return () => {
    window.removeEventListener("storage", changed);
    window.removeEventListener(WRITTEN, changed);
  };
}

function parse(raw: string): string[] {
  try {
    const value: unknown = JSON.parse(raw);
    return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
  } catch {
    return [];
  }
}
