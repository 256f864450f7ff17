/** What jsdom's own sheet says of nearly every element, where nothing else is said. */
const USUAL: Record<string, string> = {
  display: "block",
  visibility: "visible",
  opacity: "1",
  pointerEvents: "auto",
  "pointer-events": "auto",
};

/**
 * The tests draw without style sheets, so an element looks as its own attributes say. jsdom would match each element
 * against every rule of its own sheet, at each look: a third of the time that the tests take.
 */
export function ownStyle(element: Element): CSSStyleDeclaration {
  const inline = (element as HTMLElement).style;
  const usual = element.hasAttribute("hidden") ? { ...USUAL, display: "none" } : USUAL;
  return new Proxy(inline, {
    get: (style, name) => {
      if (name === "getPropertyValue") {
        return (property: string) => style.getPropertyValue(property) || (usual[property] ?? "");
      }
      const value: unknown = Reflect.get(style, name, style);
      if (typeof value === "function") {
        return value.bind(style) as unknown;
      }
      return value === "" && typeof name === "string" ? (usual[name] ?? "") : value;
    },
  });
}
