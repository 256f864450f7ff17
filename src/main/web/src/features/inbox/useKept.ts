import { useState } from "react";
import type { RequestDetail } from "../../shared/requests/contract";
import type { Answer } from "../../shared/requests/useDeciding";

/** A line of the inbox. */
export interface Row {
  request: RequestDetail;
  /** False for one that stays only until its question is over or its answer is read. */
  waits: boolean;
  /** A question about it is open. */
  asking: boolean;
  answer: Answer | null;
}

/** The request as it was when it waited. */
type Kept = Omit<Row, "waits">;

const NEW = { asking: false, answer: null };

/**
 * The inbox's rows: what waits, and in its old place what is being decided or was decided on this visit. The list is
 * asked for anew all the time, and would take a question away half answered, or an answer before anybody read it.
 */
export function useKept(waiting: RequestDetail[]) {
  const [kept, setKept] = useState<ReadonlyMap<string, Kept>>(new Map());
  const keep = (requests: RequestDetail[], more: Partial<Kept>) =>
    setKept((was) => {
      const is = new Map(was);
      for (const request of requests) {
        is.set(request.id, { ...NEW, ...was.get(request.id), ...more, request });
      }
      return is;
    });
  const rows = waiting.map((request): Row => {
    const { asking, answer } = kept.get(request.id) ?? NEW;
    const decided = answer !== null && "taken" in answer;
    return decided && !changedSince(answer.taken, request)
      ? { request, waits: false, asking, answer }
      : { request, waits: true, asking, answer: decided ? null : answer };
  });
  const here = new Set(waiting.map((each) => each.id));
  const gone = [...kept.values()].filter(
    ({ request, asking, answer }) => !here.has(request.id) && (asking || answer !== null),
  );
  return {
    rows: [...rows, ...gone.map((each): Row => ({ ...each, waits: false }))].sort(oldestFirst),
    asking: (requests: RequestDetail[], on: boolean) =>
      keep(requests, on ? { asking: true, answer: null } : { asking: false }),
    answered: (request: RequestDetail, answer: Answer) => keep([request], { answer }),
    isRefused: ({ id }: RequestDetail) => {
      const answer = kept.get(id)?.answer ?? null;
      return answer !== null && "refused" in answer;
    },
    read: (request: RequestDetail) => keep([request], NEW),
  };
}

/** Whether the list is younger than the answer: then it waits anew, after an edit for example. */
function changedSince(taken: RequestDetail, listed: RequestDetail): boolean {
  return time(listed.lastUpdated) > time(taken.lastUpdated);
}

function oldestFirst({ request: a }: Row, { request: b }: Row): number {
  return time(a.requestedAt) - time(b.requestedAt) || (a.id < b.id ? -1 : 1);
}

function time(at: string | null): number {
  return at === null ? 0 : Date.parse(at);
}
