import StatusIndicator, { type StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { FreshnessCell, Run, RunAccount } from "../../shared/contract";

interface Drawn {
  type: StatusIndicatorProps.Type;
  word: string;
}

const CELL: Record<FreshnessCell["state"], Drawn> = {
  FRESH: { type: "success", word: "Fresh" },
  LATE: { type: "warning", word: "Late" },
  FAILED: { type: "error", word: "Failed" },
  NEVER: { type: "pending", word: "Never read" },
  LEFT_OUT: { type: "stopped", word: "Left out" },
};

const OUTCOME: Record<RunAccount["outcome"], Drawn> = {
  COMPLETED: { type: "success", word: "Done" },
  FAILED: { type: "error", word: "Failed" },
  SKIPPED: { type: "stopped", word: "Skipped" },
  RUNNING: { type: "in-progress", word: "Running" },
  WAITING: { type: "pending", word: "Waiting" },
};

const RUN: Record<Run["batchStatus"], Drawn> = {
  STARTING: { type: "in-progress", word: "Starting" },
  STARTED: { type: "in-progress", word: "Running" },
  STOPPING: { type: "in-progress", word: "Stopping" },
  STOPPED: { type: "stopped", word: "Stopped" },
  FAILED: { type: "error", word: "Failed" },
  COMPLETED: { type: "success", word: "Done" },
  ABANDONED: { type: "error", word: "Abandoned" },
};

export function CellState({ state }: { state: FreshnessCell["state"] }) {
  return (
    <StatusIndicator wrapText={false} type={CELL[state].type}>
      {CELL[state].word}
    </StatusIndicator>
  );
}

export function OutcomeState({ outcome }: { outcome: RunAccount["outcome"] }) {
  return (
    <StatusIndicator wrapText={false} type={OUTCOME[outcome].type}>
      {OUTCOME[outcome].word}
    </StatusIndicator>
  );
}

/** A run that ended with some accounts failed is "Partly done", one that kept access alive "Held back", whatever Batch says. */
export function RunState({ run }: { run: Run }) {
  const drawn: Drawn =
    run.heldBack !== null
      ? { type: "warning", word: "Held back" }
      : run.exitStatus?.startsWith("PARTIAL")
        ? { type: "warning", word: "Partly done" }
        : RUN[run.batchStatus];
  return (
    <StatusIndicator wrapText={false} type={drawn.type}>
      {drawn.word}
    </StatusIndicator>
  );
}
