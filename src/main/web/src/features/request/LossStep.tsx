import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { DifferenceWords } from "../../shared/requests/DifferenceView";
import { Waiting } from "../../shared/Waiting";
import { useLoss } from "./queries";
import type { Draft } from "./wish";

/** What the role cannot do any more without the policy. */
export function LossStep({ draft }: { draft: Draft }) {
  const loss = useLoss(draft);
  const difference = loss.data?.changes[0]?.difference ?? null;
  return (
    <Container header={<Header variant="h2">What it takes away</Header>}>
      {loss.isLoading && <Waiting>Looking at what AWS has</Waiting>}
      {loss.isError && <ProblemAlert title="What it takes away is not known." error={loss.error} />}
      {loss.isPending && !loss.isLoading && (
        <Box color="text-body-secondary">
          Choose a role and a policy that it has, and this says what goes.
        </Box>
      )}
      {difference !== null && <DifferenceWords words={difference.words} what="what it takes away" />}
    </Container>
  );
}
