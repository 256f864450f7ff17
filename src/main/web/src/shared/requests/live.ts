import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ROLES } from "../roles/queries";
import { GRANTS, INBOX, REQUESTS } from "./queries";
import { EVENTS } from "./routes";

const SETTLE_MS = 150;
const REFUSED_MS = 60_000;

/**
 * Shows what changed elsewhere without a reload: while the tab is in sight it listens to the server, and asks anew for
 * what a change may have touched. A hidden tab listens to nothing, because a browser has few connections to one server;
 * it catches up when it is looked at again. Where the stream fails, the lists are asked for every so often all the same.
 */
export function useLiveRequests(): void {
  const client = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === "undefined") {
      return;
    }
    let stream: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        for (const queryKey of [REQUESTS, INBOX, GRANTS, ROLES]) {
          void client.invalidateQueries({ queryKey });
        }
      }, SETTLE_MS);
    };
    const listen = () => {
      if (document.visibilityState === "visible" && stream === null) {
        stream = new EventSource(EVENTS);
        stream.onmessage = changed;
        stream.addEventListener("request", changed);
        stream.addEventListener("grant", changed);
        stream.onerror = () => {
          if (stream?.readyState === EventSource.CLOSED) {
            stream = null; // refused, not broken off: the browser does not come back by itself
            again = setTimeout(listen, REFUSED_MS);
          }
        };
      }
    };
    const look = () => {
      if (document.visibilityState === "hidden") {
        clearTimeout(again);
        stream?.close();
        stream = null;
      } else {
        listen();
        changed();
      }
    };
    listen();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      clearTimeout(timer);
      clearTimeout(again);
      stream?.close();
    };
  }, [client]);
}
