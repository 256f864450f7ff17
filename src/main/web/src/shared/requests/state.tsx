import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { ChangeState, Grant, RequestedChange, RequestState, Risk } from "./contract";

interface Drawn {
  type: StatusIndicatorProps.Type;
  word: string;
}

export const REQUEST_STATES: Record<RequestState, Drawn> = {
  pending: { type: "pending", word: "Waiting" },
  approved: { type: "in-progress", word: "Approved" },
  applying: { type: "in-progress", word: "Applying" },
  applied: { type: "success", word: "Applied" },
  failed: { type: "error", word: "Failed" },
  rejected: { type: "not-started", word: "Denied" },
  cancelled: { type: "stopped", word: "Withdrawn" },
  expired: { type: "stopped", word: "Expired" },
};

const CHANGES: Record<ChangeState, Drawn> = {
  open: { type: "pending", word: "Waiting" },
  approved: { type: "in-progress", word: "Approved" },
  applying: { type: "in-progress", word: "Applying" },
  applied: { type: "success", word: "Applied" },
  failed: { type: "error", word: "Failed" },
  cancelled: { type: "stopped", word: "Struck out" },
};

const RISKS: Record<Risk, Drawn> = {
  low: { type: "info", word: "Low risk" },
  medium: { type: "warning", word: "Medium risk" },
  high: { type: "warning", word: "High risk" },
};

export function RequestStateMark({ state }: { state: RequestState }) {
  return <Mark {...REQUEST_STATES[state]} />;
}

export function ChangeStateMark({ state }: { state: ChangeState }) {
  return <Mark {...CHANGES[state]} />;
}

/** "20 changes: 16 waiting, 3 applied, 1 failed". */
export function tally(changes: RequestedChange[]): string {
  const states = [...new Set(changes.map((each) => each.state))];
  const parts = states.map((state) => {
    const count = changes.filter((each) => each.state === state).length;
    return `${count} ${CHANGES[state].word.toLowerCase()}`;
  });
  return `${changes.length} changes: ${parts.join(", ")}`;
}

/** Low risk is the common case and says nothing. */
export function RiskMark({ risk }: { risk: Risk }) {
  return risk === "low" ? null : <Mark {...RISKS[risk]} color={risk === "high" ? "red" : "yellow"} />;
}

export function GrantStateMark({ grant }: { grant: Grant }) {
  if (grant.live) {
    return <Mark type="success" word="Live" />;
  }
  return grant.ended === null ? (
    <Mark type="stopped" word="Ended" />
  ) : (
    <Mark type="stopped" word={grant.ended.how === "returned" ? "Returned" : "Revoked"} />
  );
}

function Mark({ type, word, color }: Drawn & { color?: "red" | "yellow" }) {
  return (
    <StatusIndicator wrapText={false} type={type} {...(color === undefined ? {} : { colorOverride: color })}>
      {word}
    </StatusIndicator>
  );
}
