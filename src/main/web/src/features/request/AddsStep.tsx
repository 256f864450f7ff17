import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { UseQueryResult } from "@tanstack/react-query";
import { ProblemAlert } from "../../shared/ProblemAlert";
import type { PolicyCheck } from "../../shared/requests/contract";
import { PolicyLook } from "../../shared/requests/PolicyLook";
import { RiskMark } from "../../shared/requests/state";

interface Props {
  roleChosen: boolean;
  check: UseQueryResult<PolicyCheck>;
}

/** As one types: what the policy makes different, in words, and what is to be said about it. */
export function AddsStep({ roleChosen, check }: Props) {
  const { data } = check;
  const replaces = data !== undefined && data.before !== null;
  return (
    <Container
      header={
        <Header variant="h2" description={data !== undefined && <RiskMark risk={data.risk} />}>
          {replaces ? "What it changes" : "What it adds"}
        </Header>
      }
    >
      <div role="status" aria-busy={check.isFetching}>
        <SpaceBetween size="m">
          {check.isError && (
            <ProblemAlert
              title="The policy was not looked at."
              error={check.error}
              stillWorks="It is looked at again when the request is sent."
              onRetry={() => void check.refetch()}
            />
          )}
          {data === undefined && !check.isError && (
            <Box color="text-body-secondary">
              {roleChosen ? "Write the policy, and this says what it adds." : "Choose a role first."}
            </Box>
          )}
          {replaces && <div>It takes the place of the policy of that name that the role has.</div>}
          {data !== undefined && <PolicyLook check={data} />}
        </SpaceBetween>
      </div>
    </Container>
  );
}
