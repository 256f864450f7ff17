import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { Page } from "../../shared/Page";
import { PageLink } from "../../shared/PageLink";
import { ProblemAlert } from "../../shared/ProblemAlert";
import type { RequestDetail } from "../../shared/requests/contract";
import { useInbox } from "../../shared/requests/queries";
import { follow } from "../../shared/router";
import { SkeletonRows } from "../../shared/SkeletonRows";
import { DecideSeveral } from "./DecideSeveral";
import { InboxRow } from "./InboxRow";
import "./inbox.css";

/** What waits for one's decision, the oldest first, each to be looked at and decided in place. */
export default function InboxPage() {
  const inbox = useInbox();
  // With the hash of what was shown when it was picked: what changed since is not picked any more.
  const [picked, setPicked] = useState<ReadonlyMap<string, string>>(new Map());
  const waiting = inbox.data?.requests ?? [];
  const isPicked = (each: RequestDetail) => each.hash !== null && picked.get(each.id) === each.hash;
  const chosen = waiting.filter(isPicked);
  const pick = ({ id, hash }: RequestDetail, on: boolean) => {
    const others = [...picked].filter(([each]) => each !== id);
    setPicked(new Map(on && hash !== null ? [...others, [id, hash]] : others));
  };
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
        {inbox.data !== undefined && waiting.length === 0 && <Empty />}
        {waiting.length > 0 && (
          <Header
            variant="h2"
            counter={`(${(inbox.data?.count ?? 0).toLocaleString()})`}
            actions={
              waiting.length > 1 && <DecideSeveral chosen={chosen} onDone={() => setPicked(new Map())} />
            }
          >
            Waiting for you
          </Header>
        )}
        {waiting.length > 0 && (
          <ul className="plain inbox" aria-label="Waiting for you">
            {waiting.map((request) => (
              <li key={request.id}>
                <InboxRow
                  request={request}
                  several={waiting.length > 1}
                  picked={isPicked(request)}
                  onPick={(on) => pick(request, on)}
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
