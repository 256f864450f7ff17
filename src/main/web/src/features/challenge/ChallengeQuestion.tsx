import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Challenge } from "../../shared/contract";
import { FocusedPage } from "../../shared/FocusedPage";
import { useMe } from "../../shared/me";
import { ProblemAlert } from "../../shared/ProblemAlert";
import { Time } from "../../shared/Time";

interface Props {
  challenge: Challenge;
  deciding: boolean;
  error: unknown;
  onDecide: (approve: boolean) => void;
}

export function ChallengeQuestion({ challenge, deciding, error, onDecide }: Props) {
  const elsewhere = challenge.elsewhere !== null;
  return (
    <FocusedPage
      title="Approve a terminal"
      footer={
        (challenge.mayApprove || elsewhere) && (
          <SpaceBetween direction="horizontal" size="xs">
            {challenge.mayApprove && (
              <Button variant="primary" loading={deciding} onClick={() => onDecide(true)}>
                Approve
              </Button>
            )}
            <Button disabled={deciding} onClick={() => onDecide(false)}>
              Not me
            </Button>
          </SpaceBetween>
        )
      }
    >
      <SpaceBetween size="m">
        <div>
          A terminal wants to get credentials for every role that is open to <strong>{challenge.user}</strong>
          .
        </div>
        <KeyValuePairs
          columns={2}
          items={[
            { label: "Machine’s address", value: challenge.address || "unknown" },
            {
              label: "Asked",
              value: (
                <>
                  <Time at={challenge.createdAt} as="clock" />, <Time at={challenge.createdAt} />
                </>
              ),
            },
          ]}
        />
        <Advice challenge={challenge} />
        {error !== null && <ProblemAlert title="The answer was not taken." error={error} />}
      </SpaceBetween>
    </FocusedPage>
  );
}

function Advice({ challenge }: { challenge: Challenge }) {
  if (challenge.elsewhere !== null) {
    return (
      <Alert type="warning" header="The terminal is not where this browser is">
        <div className="as-written">{challenge.elsewhere}</div>
      </Alert>
    );
  }
  return challenge.mayApprove ? (
    <div>Approve it only when you started it yourself, a moment ago.</div>
  ) : (
    <AnotherPerson challenge={challenge} />
  );
}

function AnotherPerson({ challenge }: { challenge: Challenge }) {
  const { people } = useMe();
  return (
    <Alert type="warning" header={`You are signed in as ${challenge.signedInAs}.`}>
      The terminal asks for {challenge.user}, and only {challenge.user} can approve it.{" "}
      {people === undefined
        ? `Sign in as ${challenge.user} and load this page again, or run weep as ${challenge.signedInAs}.`
        : `Choose ${challenge.user} at the top right, then load this page again.`}
    </Alert>
  );
}
