import ProgressBar from "@cloudscape-design/components/progress-bar";
import type { Run } from "../../shared/contract";
import { span, useNow } from "../../shared/time";

/** "account-iam: 12 of 40 accounts, 20 s so far". */
export function RunProgress({ run }: { run: Run }) {
  const now = useNow(1_000);
  const failed = run.accounts.filter((each) => each.outcome === "FAILED").length;
  return (
    <ProgressBar
      label={run.job}
      value={run.total === 0 ? 0 : (run.done / run.total) * 100}
      description={`Started by ${run.startedBy} on ${run.node}, ${span(now - Date.parse(run.startedAt))} so far`}
      additionalInfo={`${run.done.toLocaleString()} of ${run.total.toLocaleString()} accounts${failed === 0 ? "" : `, ${failed} failed`}`}
    />
  );
}
