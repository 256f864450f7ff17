import { useEffect, useEffectEvent } from "react";

const SEQUENCE_MS = 1_000;

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}

/**
 * Keys without a modifier, outside of fields: single ("/", "?") and two after one another ("g r").
 * A handler that returns false leaves the key to the browser.
 */
export function useShortcuts(handlers: Record<string, () => unknown>): void {
  const handle = useEffectEvent((keys: string): boolean => {
    const handler = handlers[keys];
    return handler !== undefined && handler() !== false;
  });
  useEffect(() => {
    let before = "";
    let beforeAt = 0;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) {
        return;
      }
      const sequence = event.timeStamp - beforeAt < SEQUENCE_MS ? `${before} ${event.key}` : event.key;
      if (handle(sequence) || (sequence !== event.key && handle(event.key))) {
        event.preventDefault();
        before = "";
        return;
      }
      before = event.key;
      beforeAt = event.timeStamp;
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
}
