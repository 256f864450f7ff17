import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Page } from "../../shared/Page";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { useInbox } from "../../shared/requests/queries";
import { SkeletonRows } from "../../shared/SkeletonRows";
import { InboxRow } from "./InboxRow";
import { Empty, NotListed } from "./NotListed";
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
  const several = useDecidingSeveral(waiting.filter(isPicked), kept.asking, kept.answered, kept.isRefused);
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
        {inbox.data !== undefined && <NotListed inbox={inbox.data} />}
        {inbox.data !== undefined && rows.length === 0 && <Empty inbox={inbox.data} />}
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
