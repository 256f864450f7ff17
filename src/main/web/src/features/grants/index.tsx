import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { Page } from "../../shared/Page";
import { ProblemAlert } from "../../shared/ProblemAlert";
import type { Grant, GrantEnd } from "../../shared/requests/contract";
import { Ended } from "../../shared/requests/Ended";
import { ReturnModal } from "../../shared/requests/ReturnModal";
import { useGrants } from "../../shared/requests/queries";
import { roleTitle } from "../../shared/requests/words";
import { follow } from "../../shared/router";
import { SkeletonRows } from "../../shared/SkeletonRows";
import { LiveGrants } from "./LiveGrants";
import { PastGrants } from "./PastGrants";

/** The roles that one was given for a time: what is live, with what is left of it, and what is over. */
export default function GrantsPage() {
  const grants = useGrants();
  const [returning, setReturning] = useState<Grant | null>(null);
  const [returned, setReturned] = useState<GrantEnd[]>([]);
  return (
    <Page
      title="My grants"
      description="Roles that you were given for a time."
      actions={
        <Button href="/request" onFollow={follow}>
          Request access
        </Button>
      }
    >
      <SpaceBetween size="l">
        {grants.isError && (
          <ProblemAlert
            title={
              grants.data === undefined
                ? "Your grants did not load."
                : "Your grants could not be brought up to date."
            }
            error={grants.error}
            stillWorks="Keys that you have already work until they expire."
            onRetry={() => void grants.refetch()}
            retrying={grants.isFetching}
          />
        )}
        {returned.map((end) => (
          <Ended
            key={end.grant.id}
            end={end}
            header={`Returned: ${roleTitle(end.grant)}`}
            onDismiss={() => setReturned(returned.filter((each) => each !== end))}
          />
        ))}
        {grants.isPending && <SkeletonRows title="Live" label="Loading your grants" />}
        {grants.data !== undefined && <LiveGrants grants={grants.data.live} onReturn={setReturning} />}
        {grants.data !== undefined && grants.data.past.length > 0 && <PastGrants grants={grants.data.past} />}
      </SpaceBetween>
      {returning !== null && (
        <ReturnModal
          grant={returning}
          onDone={(end) => {
            setReturned((before) => [...before, end]);
            setReturning(null);
          }}
          onDismiss={() => setReturning(null)}
        />
      )}
    </Page>
  );
}
