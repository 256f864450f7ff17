import Box from "@cloudscape-design/components/box";
import ProgressBar from "@cloudscape-design/components/progress-bar";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { PolicyCheck } from "./contract";
import { DifferenceWords } from "./DifferenceView";
import { Findings } from "./Findings";

/** What is to be said of a policy as it is being written: what it makes different, what to be careful about, its size. */
export function PolicyLook({ check }: { check: PolicyCheck }) {
  const { difference, findings, size } = check;
  return (
    <SpaceBetween size="m">
      {difference !== null && <DifferenceWords words={difference.words} what="what it changes" />}
      {findings.length > 0 && <Findings findings={findings} label="What to be careful about" />}
      {size !== null && <Size {...size} />}
      {difference !== null && (
        <Box variant="small" color="text-body-secondary">
          {check.notLookedAt}
        </Box>
      )}
    </SpaceBetween>
  );
}

function Size({ document, others, limit }: { document: number; others: number; limit: number }) {
  const total = document + others;
  const fits = total <= limit;
  return (
    <ProgressBar
      label="Size of the role’s inline policies"
      value={Math.min(100, Math.round((total / limit) * 100))}
      status={fits ? "in-progress" : "error"}
      {...(fits ? {} : { resultText: "Too large for AWS" })}
      additionalInfo={`${total.toLocaleString()} of ${limit.toLocaleString()} characters, spaces aside`}
    />
  );
}
