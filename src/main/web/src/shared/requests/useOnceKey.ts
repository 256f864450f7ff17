import { useRef } from "react";

/**
 * A key for what is sent: the same for the same content, so that a form that was sent twice makes one request; another
 * one once anything was changed.
 */
export function useOnceKey(): (content: unknown) => string {
  const last = useRef({ content: "", key: "" });
  return (content) => {
    const text = JSON.stringify(content);
    if (last.current.content !== text) {
      last.current = { content: text, key: randomKey() };
    }
    return last.current.key;
  };
}

function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (each) => each.toString(36)).join("");
}
