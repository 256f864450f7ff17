import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { SlackLink } from "../../shared/contract";
import { FocusedPage } from "../../shared/FocusedPage";
import { ProblemAlert } from "../../shared/ProblemAlert";
import "./slack.css";

interface Props {
  link: SlackLink;
  deciding: boolean;
  error: unknown;
  onAnswer: (yes: boolean) => void;
}

export function SlackLinkQuestion({ link, deciding, error, onAnswer }: Props) {
  return (
    <FocusedPage
      title="Link Slack"
      footer={
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="primary" loading={deciding} onClick={() => onAnswer(true)}>
            Link
          </Button>
          <Button disabled={deciding} onClick={() => onAnswer(false)}>
            Not me
          </Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="m">
        <div className="slack-person">
          {link.picture === null ? (
            <span className="slack-picture" aria-hidden="true">
              {initial(link.slackName)}
            </span>
          ) : (
            <img
              className="slack-picture"
              src={link.picture}
              alt=""
              width={56}
              height={56}
              referrerPolicy="no-referrer"
            />
          )}
          <div>
            <Box variant="h2">{link.slackName}</Box>
            <Box color="text-body-secondary">in the Slack workspace {link.workspaceName}</Box>
          </div>
        </div>
        <div>
          This lets Slack requests and approvals act as you: <strong>{link.user}</strong>.
        </div>
        <div>Link only when that is your own Slack name, and you asked for this link a moment ago.</div>
        {error !== null && <ProblemAlert title="The answer was not taken." error={error} />}
      </SpaceBetween>
    </FocusedPage>
  );
}

function initial(name: string): string {
  return (Array.from(name)[0] ?? "?").toUpperCase();
}
