import { type QueryClient, type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ROLES } from "../roles/queries";
import { GRANTS, INBOX, REQUESTS, requestKey } from "./queries";
import { EVENTS } from "./routes";

/** Everybody's console hears of every request: not all of them ask for their lists in the same instant. */
const LISTS_WITHIN_MS = 2_000;
const REFUSED_MS = 60_000;

/**
 * Shows what changed elsewhere without a reload: while the tab is in sight it listens to the server, and asks anew for
 * what a change may have touched. A hidden tab listens to nothing, because a browser has few connections to one server;
 * it catches up when it is looked at again. Where the stream fails, the pages ask by the clock all the same.
 */
export function useLiveRequests(): void {
  const client = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === "undefined") {
      return;
    }
    const stale = later(client);
    let stream: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;

    const listen = () => {
      clearTimeout(again);
      if (document.visibilityState === "hidden" || stream !== null) {
        return;
      }
      stream = new EventSource(EVENTS);
      stream.addEventListener("request", (event) => {
        void client.invalidateQueries({ queryKey: requestKey(idOf(event)) });
        stale.add([...REQUESTS, "list"], INBOX);
      });
      // The request that a grant came of shows how it ended.
      stream.addEventListener("grant", () => stale.add(GRANTS, ROLES, [...REQUESTS, "one"]));
      stream.onmessage = () => stale.add(REQUESTS, INBOX, GRANTS, ROLES);
      stream.onerror = () => {
        if (stream?.readyState === EventSource.CLOSED) {
          stream = null; // refused, not broken off: the browser does not come back by itself
          again = setTimeout(listen, REFUSED_MS);
        }
      };
    };
    const close = () => {
      clearTimeout(again);
      stream?.close();
      stream = null;
    };
    const looked = () => {
      if (document.visibilityState === "hidden") {
        close();
      } else {
        listen();
        stale.add(REQUESTS, INBOX, GRANTS, ROLES);
      }
    };
    listen();
    document.addEventListener("visibilitychange", looked);
    return () => {
      document.removeEventListener("visibilitychange", looked);
      stale.drop();
      close();
    };
  }, [client]);
}

/** Collects what is to be asked for anew, and asks once for all of it after a short while. */
function later(client: QueryClient) {
  const keys = new Map<string, QueryKey>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    timer = undefined;
    for (const queryKey of keys.values()) {
      void client.invalidateQueries({ queryKey });
    }
    keys.clear();
  };
  return {
    add: (...more: QueryKey[]) => {
      more.forEach((key) => keys.set(JSON.stringify(key), key));
      timer ??= setTimeout(ask, Math.random() * LISTS_WITHIN_MS);
    },
    drop: () => clearTimeout(timer),
  };
}

/** The id alone is told; empty where it is not. */
function idOf(event: MessageEvent): string {
  try {
    const data: unknown = JSON.parse(String(event.data));
    return typeof data === "object" && data !== null && "id" in data ? String(data.id) : "";
  } catch {
    return "";
  }
}
