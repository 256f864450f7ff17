const LONGEST = 1_000;

/** Links made by ConsoleMe carry a message in base64; anything that is not that gives nothing. */
export function oldWarning(encoded: string | null): string | null {
  if (encoded === null || encoded === "") {
    return null;
  }
  try {
    const standard = encoded.replaceAll("-", "+").replaceAll("_", "/").replaceAll(" ", "+");
    const bytes = Uint8Array.from(atob(standard), (each) => each.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).slice(0, LONGEST);
  } catch {
    return null;
  }
}
