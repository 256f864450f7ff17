import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { Copy } from "../Copy";
import type { Credentials, Role } from "../contract";
import { useMe } from "../me";
import { ProblemAlert } from "../ProblemAlert";
import { Time } from "../Time";
import { span } from "../time";
import { rememberRole } from "./remembered";
import { useTemporaryKeys } from "./useTemporaryKeys";

interface Props {
  role: Role;
  durationSeconds: number;
  region: string;
}

/** Keys on demand: masked, shown when asked, gone after two minutes. */
export function CredentialsTab({ role, durationSeconds, region }: Props) {
  const { user } = useMe();
  const { keys, ask, drop } = useTemporaryKeys();
  const get = () => {
    rememberRole(user, role.arn);
    ask({ role: role.arn, durationSeconds });
  };
  switch (keys.state) {
    case "none":
    case "asking":
      return (
        <SpaceBetween size="s">
          <div>
            Keys for {role.name} that live {span(durationSeconds * 1000)}. They are shown here for two
            minutes, in this tab alone.
          </div>
          <Button variant="primary" loading={keys.state === "asking"} onClick={get}>
            Get keys
          </Button>
        </SpaceBetween>
      );
    case "failed":
      return (
        <ProblemAlert
          title={`No keys for ${role.name}.`}
          error={keys.error}
          onRetry={get}
          stillWorks="The roles on this page stay as they are."
        />
      );
    case "gone":
      return (
        <SpaceBetween size="s">
          <div role="status">
            The keys are gone from this page. Where you copied them they work until they expire.
          </div>
          <Button onClick={get}>Get keys again</Button>
        </SpaceBetween>
      );
    case "here":
      return <Shown credentials={keys.credentials} leftMs={keys.leftMs} region={region} onDrop={drop} />;
    default: {
      const unreachable: never = keys;
      return unreachable;
    }
  }
}

interface ShownProps {
  credentials: Credentials;
  leftMs: number;
  region: string;
  onDrop: () => void;
}

function Shown({ credentials, leftMs, region, onDrop }: ShownProps) {
  const [revealed, setRevealed] = useState(false);
  const rows = [
    ["AWS_ACCESS_KEY_ID", credentials.accessKeyId],
    ["AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey],
    ["AWS_SESSION_TOKEN", credentials.sessionToken],
  ] as const;
  const lines = [...rows, ["AWS_REGION", region]]
    .map(([name, value]) => `export ${name}=${value}`)
    .join("\n");
  return (
    <SpaceBetween size="s">
      <div>
        <span role="timer">Gone from this page in {span(leftMs)}.</span> The keys themselves work until{" "}
        <Time at={credentials.expiresAt} as="clock" />.
      </div>
      <dl className="keys">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>
              <Box variant="awsui-key-label">{name}</Box>
            </dt>
            <dd>
              <code className="key">{revealed ? value : "••••••••••••••••"}</code>
              <Copy text={value} what={name} />
            </dd>
          </div>
        ))}
      </dl>
      <SpaceBetween direction="horizontal" size="xs">
        <Button iconName="lock-private" onClick={() => setRevealed(!revealed)}>
          {revealed ? "Mask" : "Reveal"}
        </Button>
        <Copy text={lines} what="all as export lines" label="Copy as export lines" />
        <Button onClick={onDrop}>Drop now</Button>
      </SpaceBetween>
    </SpaceBetween>
  );
}
