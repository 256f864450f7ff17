import { useMutation, useQuery } from "@tanstack/react-query";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { get, post } from "../../shared/api";
import type { Challenge, ChallengeDecided, ChallengeDecision } from "../../shared/contract";
import { FocusedPage } from "../../shared/FocusedPage";
import { problemOf } from "../../shared/problem";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { useNow } from "../../shared/time";
import { Waiting } from "../../shared/Waiting";
import { ChallengeQuestion } from "./ChallengeQuestion";

/** `/challenge_validator/<token>`: a terminal asks to act for one; approve it, or say that it was not oneself. */
export function ChallengePage({ token }: { token: string }) {
  const path = `/api/v3/challenges/${encodeURIComponent(token)}`;
  const challenge = useQuery({
    queryKey: ["challenge", token],
    queryFn: ({ signal }) => get<Challenge>(path, signal),
    staleTime: Infinity,
    retry: false,
  });
  const decision = useMutation({
    mutationFn: (decision: ChallengeDecision) => post<ChallengeDecided>(`${path}/decision`, decision),
  });
  const now = useNow(1_000);

  if (challenge.isPending) {
    return (
      <FocusedPage title="Approve a terminal">
        <Waiting>Looking up what was asked</Waiting>
      </FocusedPage>
    );
  }
  if (challenge.isError) {
    return problemOf(challenge.error).kind === "notFound" ? (
      <Unknown />
    ) : (
      <FocusedPage title="Approve a terminal">
        <ProblemAlert
          title="What was asked did not load."
          error={challenge.error}
          onRetry={() => void challenge.refetch()}
        />
      </FocusedPage>
    );
  }
  const { data } = challenge;
  const timedOut = data.state === "pending" && Date.parse(data.expiresAt) <= now && !decision.isPending;
  const state = decision.data?.state ?? (timedOut ? "expired" : data.state);
  switch (state) {
    case "approved":
      return (
        <FocusedPage title="Done">
          The terminal at {data.address} acts for {data.user} now. You can close this tab.
        </FocusedPage>
      );
    case "denied":
      return (
        <FocusedPage title="The terminal was turned away">
          <SpaceBetween size="s">
            <div>It got nothing. You can close this tab.</div>
            <div>If you did not start it, tell your security team the address {data.address}.</div>
          </SpaceBetween>
        </FocusedPage>
      );
    case "expired":
      return <Expired />;
    case "pending":
      return (
        <ChallengeQuestion
          challenge={data}
          deciding={decision.isPending}
          error={decision.error}
          onDecide={(approve) => decision.mutate({ nonce: data.nonce, approve })}
        />
      );
    default: {
      const unreachable: never = state;
      return unreachable;
    }
  }
}

function Expired() {
  return (
    <FocusedPage title="This request has expired">
      A terminal waits a short time only. Run the weep command again; it opens a new page here.
    </FocusedPage>
  );
}

function Unknown() {
  return (
    <FocusedPage title="Nothing waits here">
      The request has expired, was answered before, or never existed. Run the weep command again; it opens a
      new page here.
    </FocusedPage>
  );
}
