import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Popover from "@cloudscape-design/components/popover";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { FreshnessAccount } from "../../shared/contract";
import { Time } from "../../shared/Time";
import { type JobControl, jobFor } from "./control";
import { CellState } from "./state";
import "./jobs.css";

interface Props {
  account: FreshnessAccount;
  kind: string;
  control: JobControl;
}

/** One cell: its state; a click tells the last error in AWS's words, or why nothing is read, and offers to run the job. */
export function FreshnessButton({ account, kind, control }: Props) {
  const cell = account.cells.find((each) => each.kind === kind);
  if (cell === undefined) {
    return <>–</>;
  }
  const leftOut = cell.state === "LEFT_OUT";
  const job = leftOut ? undefined : jobFor(kind, control.known);
  return (
    <Popover
      header={`${kind.toUpperCase()} of ${account.accountName}`}
      size="large"
      dismissAriaLabel="Close"
      content={
        <SpaceBetween size="s">
          {!(leftOut && cell.asOf === null) && (
            <div>
              {cell.asOf === null ? (
                "It was never read."
              ) : (
                <>
                  Last read <Time at={cell.asOf} />.
                </>
              )}
            </div>
          )}
          {cell.error !== null && (
            <div>
              <Box variant="awsui-key-label">{leftOut ? "Why it is left out" : "What AWS said"}</Box>
              <div className="as-written">{cell.error}</div>
            </div>
          )}
          {job !== undefined && (
            <Button
              loading={control.starting === job.id}
              disabled={job.running !== null}
              onClick={() => control.start(job.id)}
            >
              {job.running === null ? `Run ${job.id} now` : `${job.id} is running`}
            </Button>
          )}
        </SpaceBetween>
      }
    >
      <CellState state={cell.state} />
      {cell.asOf !== null && (
        <span className="cell-time">
          <Time at={cell.asOf} />
        </span>
      )}
    </Popover>
  );
}
