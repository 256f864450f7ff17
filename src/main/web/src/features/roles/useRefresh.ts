import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { post } from "../../shared/api";
import { ROLES } from "../../shared/roles/queries";

const POLL_MS = 1_000;
const GIVE_UP_MS = 30_000;

/** "Refresh now": asks the server to read its stores anew, then watches until the answer is newer. */
export function useRefresh(asOf: string | undefined) {
  const client = useQueryClient();
  const [waitingFrom, setWaitingFrom] = useState<{ asOf: string | undefined; since: number } | null>(null);
  const [late, setLate] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const refreshing = waitingFrom !== null && waitingFrom.asOf === asOf;

  useEffect(() => {
    if (!refreshing) {
      return;
    }
    const timer = setInterval(() => {
      if (Date.now() - waitingFrom.since > GIVE_UP_MS) {
        setWaitingFrom(null);
        setLate(true);
      } else {
        void client.refetchQueries({ queryKey: ROLES, exact: true });
      }
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [client, refreshing, waitingFrom]);

  const start = () => {
    setLate(false);
    setProblem(null);
    setWaitingFrom({ asOf, since: Date.now() });
    post("/api/v3/roles/refresh").catch((error: unknown) => {
      setWaitingFrom(null);
      setProblem(error);
    });
  };
  return { start, refreshing, late, problem };
}
