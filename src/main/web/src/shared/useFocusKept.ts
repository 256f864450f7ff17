import { useEffect } from "react";
import { focusFirstHeading } from "./focusHeading";

/** A closing question gives the focus back by itself; only then is it known to be lost. */
const SETTLED_MS = 150;

/**
 * What is decided, withdrawn or returned takes its own button away, and with it the focus: a keyboard would begin at the
 * top of the document again. Then the page's heading has it.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let last: Element | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
    };
    const check = () => {
      if (last?.isConnected === false && document.activeElement === document.body) {
        last = null;
        focusFirstHeading();
      }
    };
    const observer = new MutationObserver(() => {
      if (last?.isConnected === false) {
        clearTimeout(timer);
        timer = setTimeout(check, SETTLED_MS);
      }
    });
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("focusin", remember);
    };
  }, []);
}
