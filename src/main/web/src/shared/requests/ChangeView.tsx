import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { RequestedChange } from "./contract";
import { DifferenceView } from "./DifferenceView";
import { Findings } from "./Findings";

/** What one change gives, and what there is to be careful about. */
export function ChangeView({ change, open = true }: { change: RequestedChange; open?: boolean }) {
  const what = change.policyName === null ? "the role" : `the policy ${change.policyName}`;
  return (
    <SpaceBetween size="s">
      {change.findings.length > 0 && (
        <div>
          <Box variant="awsui-key-label">What to be careful about</Box>
          <Findings findings={change.findings} label={`What to be careful about in ${what}`} />
        </div>
      )}
      {change.difference !== null && (
        <div>
          <Box variant="awsui-key-label">{change.kind === "role" ? "What it gives" : "What it changes"}</Box>
          <DifferenceView difference={change.difference} what={what} open={open} />
        </div>
      )}
    </SpaceBetween>
  );
}
