import Alert, { type AlertProps } from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import type { ReactNode } from "react";
import { type Problem, problemOf } from "./problem";

interface Props {
  error: unknown;
  /** What could not be done: "The roles did not load." */
  title: string;
  /** What works all the same. */
  stillWorks?: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
}

/**
 * A failure in place: what, why in the server's or AWS's words, what still works, and one thing to do. A screen reader
 * says it at once.
 */
export function ProblemAlert({ error, title, stillWorks, onRetry, retrying = false }: Props) {
  const problem = problemOf(error);
  return (
    <div role="alert">
      <Alert
        type={severity(problem)}
        header={title}
        action={
          onRetry && (
            <Button onClick={onRetry} loading={retrying}>
              Try again
            </Button>
          )
        }
      >
        <div className="as-written">{problem.detail}</div>
        <div>{advice(problem)}</div>
        {stillWorks !== undefined && <div>{stillWorks}</div>}
      </Alert>
    </div>
  );
}

function severity(problem: Problem): AlertProps.Type {
  return problem.kind === "unavailable" || problem.kind === "offline" || problem.kind === "tooMany"
    ? "warning"
    : "error";
}

/** What to do about it, beyond trying again; empty when the detail says all. */
export function advice(problem: Problem): string {
  switch (problem.kind) {
    case "invalid":
      return problem.field === null ? "" : `The field is ${problem.field}.`;
    case "unauthenticated":
      return "Sign in again in another tab, then try once more: this page keeps what you typed.";
    case "forbidden":
      return "Who may do this is decided by the administrators of this console.";
    case "refused":
      return "Trying again helps only after somebody has changed the permissions.";
    case "tooMany":
    case "unavailable":
      return problem.retryAfter === null
        ? "A retry in a minute may work."
        : `A retry in ${problem.retryAfter} s may work.`;
    case "offline":
      return "The page keeps what it has; check the network or the VPN.";
    case "fault":
      return problem.incident === null
        ? ""
        : `Tell the administrators this incident number: ${problem.incident}.`;
    case "notFound":
    case "ambiguous":
    case "tooLarge":
    case "conflict":
      return "";
    default: {
      const unreachable: never = problem;
      return unreachable;
    }
  }
}
