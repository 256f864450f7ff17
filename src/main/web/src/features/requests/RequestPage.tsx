import SpaceBetween from "@cloudscape-design/components/space-between";
import { Page } from "../../shared/Page";
import { PageLink } from "../../shared/PageLink";
import { problemOf } from "../../shared/problem";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { useRequest } from "../../shared/requests/queries";
import { Waiting } from "../../shared/Waiting";
import { OlderRequest } from "./OlderRequest";
import { UnreadableRequest } from "./UnreadableRequest";
import { WholeRequest } from "./WholeRequest";

/** One request; it shows what happens to it elsewhere without a reload. */
export function RequestPage({ id }: { id: string }) {
  const query = useRequest(id);
  if (query.data === undefined) {
    return (
      <Page title="Request">
        <SpaceBetween size="m">
          {query.isPending && <Waiting>Loading the request</Waiting>}
          {query.isError &&
            (problemOf(query.error).kind === "notFound" ? (
              <div>There is no request {id}.</div>
            ) : (
              <ProblemAlert
                title="The request did not load."
                error={query.error}
                stillWorks="What is approved is applied all the same."
                onRetry={() => void query.refetch()}
                retrying={query.isFetching}
              />
            ))}
          <PageLink to="/requests">All requests</PageLink>
        </SpaceBetween>
      </Page>
    );
  }
  if (query.data.older) {
    return <OlderRequest request={query.data} />;
  }
  return query.data.unreadable === null ? (
    <WholeRequest request={query.data} stale={query.isError ? query.error : null} />
  ) : (
    <UnreadableRequest request={query.data} />
  );
}
