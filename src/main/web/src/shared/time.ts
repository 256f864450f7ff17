import { useEffect, useState } from "react";

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

/** Longer ago nobody counts the days. */
const RECENT_DAYS = 14;

/** "just now", "now", "3 min ago", "in 2 h", "14 Oct 2025": short enough for a table. */
export function ago(iso: string, now: number): string {
  const seconds = Math.round((now - Date.parse(iso)) / 1000);
  const size = Math.abs(seconds);
  if (size < 45) {
    return seconds >= 0 ? "just now" : "now";
  }
  if (seconds >= RECENT_DAYS * DAY) {
    return day(iso, now);
  }
  const words = coarse(size);
  return seconds >= 0 ? `${words} ago` : `in ${words}`;
}

function day(iso: string, now: number): string {
  const at = new Date(iso);
  const sameYear = at.getFullYear() === new Date(now).getFullYear();
  return at.toLocaleDateString([], {
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
  });
}

function coarse(seconds: number): string {
  if (seconds < HOUR) {
    return `${Math.max(1, Math.floor(seconds / MINUTE))} min`;
  }
  if (seconds < DAY) {
    return `${Math.floor(seconds / HOUR)} h`;
  }
  const days = Math.floor(seconds / DAY);
  return `${days} ${days === 1 ? "day" : "days"}`;
}

/** "15:40" today, with the date on another day; the reader's own zone. */
export function clock(iso: string, now: number): string {
  const at = new Date(iso);
  const sameDay = at.toDateString() === new Date(now).toDateString();
  return at.toLocaleString([], {
    hour: "2-digit",
    minute: "2-digit",
    ...(sameDay ? {} : { day: "numeric", month: "short" }),
  });
}

export function exact(iso: string): string {
  return new Date(iso).toLocaleString([], { dateStyle: "full", timeStyle: "long" });
}

/** "45 s", "3 min 20 s", "1 h 5 min". */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) {
    return `${seconds} s`;
  }
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min${seconds % 60 === 0 ? "" : ` ${seconds % 60} s`}`
    : `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? "" : ` ${minutes % 60} min`}`;
}

/** The time, told anew every so often. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
