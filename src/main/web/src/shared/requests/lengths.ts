import { length } from "./words";

export const SHORTEST_MINUTES = 15;
const USUAL = [60, 120, 240, 480];
const UNITS: Record<string, number> = { m: 1, min: 1, minute: 1, h: 60, hour: 60, d: 1_440, day: 1_440 };

/** The usual lengths that the rule allows, and its bound where that is shorter than a working day. */
export function offeredLengths(maxMinutes: number | null): number[] {
  const within = USUAL.filter((each) => maxMinutes === null || each <= maxMinutes);
  const bound = maxMinutes !== null && maxMinutes < 480 && maxMinutes >= SHORTEST_MINUTES ? [maxMinutes] : [];
  return [...new Set([...within, ...bound])].sort((a, b) => a - b);
}

/** Minutes of "90 min", "1 h 30 min", "1.5 h", "2 days"; a bare number counts minutes. NaN for anything else. */
export function parseLength(text: string): number {
  const parts = text
    .trim()
    .toLowerCase()
    .match(/\d{1,6}(?:[.,]\d{1,2})?\s{0,3}[a-z]{0,7}/g);
  if (
    parts === null ||
    parts.join("") !==
      text
        .trim()
        .toLowerCase()
        .replace(/(?<=[a-z])\s{1,3}(?=\d)/g, "")
  ) {
    return Number.NaN;
  }
  return Math.round(parts.reduce((sum, part) => sum + partMinutes(part), 0));
}

function partMinutes(part: string): number {
  const digits = /^[\d.,]+/.exec(part)?.[0] ?? "";
  const unit = part
    .slice(digits.length)
    .trim()
    .replace(/(?<=.)s$/, "");
  const factor = unit === "" ? 1 : UNITS[unit];
  return factor === undefined ? Number.NaN : Number(digits.replace(",", ".")) * factor;
}

/** What is wrong with a length; undefined if nothing is. */
export function lengthFault(minutes: number, maxMinutes: number | null): string | undefined {
  if (Number.isNaN(minutes)) {
    return "Write a length such as 90 min or 2 h.";
  }
  if (minutes < SHORTEST_MINUTES) {
    return "The shortest is 15 min.";
  }
  return maxMinutes !== null && minutes > maxMinutes ? `The rule allows ${length(maxMinutes)}.` : undefined;
}
