import { useMutation, useQuery } from "@tanstack/react-query";
import { get, post } from "../../shared/api";
import type { SlackLink, SlackLinkAnswer } from "../../shared/contract";
import { FocusedPage } from "../../shared/FocusedPage";
import { problemOf } from "../../shared/problem";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { Waiting } from "../../shared/Waiting";
import { SlackLinkQuestion } from "./SlackLinkQuestion";

/** `/link/slack/<ticket>`: ties a Slack user to the one who is signed in here. */
export function SlackLinkPage({ ticket }: { ticket: string }) {
  const path = `/api/v3/slack-links/${encodeURIComponent(ticket)}`;
  const link = useQuery({
    queryKey: ["slack-link", ticket],
    queryFn: ({ signal }) => get<SlackLink>(path, signal),
    staleTime: Infinity,
    retry: false,
  });
  const answer = useMutation({
    mutationFn: (yes: SlackLinkAnswer) => post<SlackLink>(path, yes),
  });

  if (link.isPending) {
    return (
      <FocusedPage title="Link Slack">
        <Waiting>Looking up the link</Waiting>
      </FocusedPage>
    );
  }
  if (link.isError) {
    return problemOf(link.error).kind === "notFound" ? (
      <Expired />
    ) : (
      <FocusedPage title="Link Slack">
        <ProblemAlert title="The link did not load." error={link.error} onRetry={() => void link.refetch()} />
      </FocusedPage>
    );
  }
  const { data } = link;
  const state = answer.data?.state ?? data.state;
  switch (state) {
    case "open":
      return (
        <SlackLinkQuestion
          link={data}
          deciding={answer.isPending}
          error={answer.error}
          onAnswer={(yes) => answer.mutate({ link: yes })}
        />
      );
    case "used":
      return (
        <FocusedPage title="This link was used before">
          A link works once. Type <code>/consoleme whoami</code> in Slack to see whom Slack takes you for, or{" "}
          <code>/consoleme link</code> for a new link.
        </FocusedPage>
      );
    case "linked":
      return (
        <FocusedPage title="Done">
          {data.slackName} in {data.workspaceName} is {data.user} now. Go back to Slack and type{" "}
          <code>/consoleme creds</code>; you can close this tab.
        </FocusedPage>
      );
    case "refused":
      return (
        <FocusedPage title="Nothing was linked">
          The link is void. If you did not ask for it, tell your security team that {data.slackName} in{" "}
          {data.workspaceName} sent it. You can close this tab.
        </FocusedPage>
      );
    default: {
      const unreachable: never = state;
      return unreachable;
    }
  }
}

function Expired() {
  return (
    <FocusedPage title="This link has expired">
      A link is good for a few minutes. Type <code>/consoleme link</code> in Slack for a new one.
    </FocusedPage>
  );
}
