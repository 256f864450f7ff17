import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Page } from "../../shared/Page";
import { PageLink } from "../../shared/PageLink";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { useInbox } from "../../shared/requests/queries";
import { follow } from "../../shared/router";
import { SkeletonRows } from "../../shared/SkeletonRows";
import { InboxRow } from "./InboxRow";
import { useDecidingSeveral } from "./useDecidingSeveral";
import { useKept } from "./useKept";
import { usePicked } from "./usePicked";
import "./inbox.css";

/** What waits for one's decision, the oldest first, each to be looked at and decided in place. */
export default function InboxPage() {
  const inbox = useInbox();
  const kept = useKept(inbox.data?.requests ?? []);
  const { rows } = kept;
  const waiting = rows.filter((each) => each.waits).map((each) => each.request);
  const { isPicked, pick } = usePicked();
  const several = useDecidingSeveral(waiting.filter(isPicked), kept.asking, kept.answered);
  return (
    <Page title="Inbox" description="What waits for your decision, the oldest first.">
      <SpaceBetween size="m">
        {inbox.isError && (
          <ProblemAlert
            title={
              inbox.data === undefined
                ? "The inbox did not load."
                : "The inbox could not be brought up to date."
            }
            error={inbox.error}
            stillWorks="The cards in Slack can be decided, and so can a request on its own page."
            onRetry={() => void inbox.refetch()}
            retrying={inbox.isFetching}
          />
        )}
        {inbox.isPending && <SkeletonRows title="Waiting for you" label="Loading the inbox" />}
        <span role="status" className="spoken">
          {inbox.data !== undefined && `${inbox.data.count} waiting`}
        </span>
        {inbox.data?.complete === false && (
          <div role="status">
            More requests wait than this list has room for.{" "}
            <PageLink to="/requests?state=pending">All that wait</PageLink>
          </div>
        )}
        {inbox.data !== undefined && rows.length === 0 && <Empty />}
        {rows.length > 0 && (
          <Header
            variant="h2"
            counter={`(${(inbox.data?.count ?? 0).toLocaleString()})`}
            actions={waiting.length > 1 && several.buttons}
          >
            Waiting for you
          </Header>
        )}
        {several.refusals}
        {several.question}
        {rows.length > 0 && (
          <ul className="plain inbox" aria-label="Waiting for you">
            {rows.map((row) => (
              <li key={row.request.id}>
                <InboxRow
                  row={row}
                  several={waiting.length > 1}
                  picked={isPicked(row.request)}
                  onPick={(on) => pick(row.request, on)}
                  onAsking={(on) => kept.asking([row.request], on)}
                  onAnswer={(answer) => kept.answered(row.request, answer)}
                  onRead={() => kept.read(row.request)}
                />
              </li>
            ))}
          </ul>
        )}
      </SpaceBetween>
    </Page>
  );
}

function Empty() {
  return (
    <Box textAlign="center" padding="xl">
      <SpaceBetween size="s">
        <Box variant="h3">Nothing waits for you.</Box>
        <div>
          What somebody asks for and a rule lets you decide shows here, and in Slack. Your own requests are
          for others to decide.
        </div>
        <Button href="/requests" onFollow={follow}>
          See all requests
        </Button>
      </SpaceBetween>
    </Box>
  );
}
