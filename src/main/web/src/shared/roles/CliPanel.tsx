import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import { useState } from "react";
import { CommandLine } from "../CommandLine";
import type { Role } from "../contract";
import { useMe } from "../me";
import { REGIONS } from "../regions";
import { span } from "../time";
import { ConsoleLink } from "./ConsoleLink";
import { CredentialsTab } from "./CredentialsTab";
import { keyDurations } from "./durations";
import { why } from "./words";
import "./cli.css";

interface Props {
  role: Role;
  /** How long the keys should live, when that was said before. */
  wishedSeconds?: number | null;
}

/** How to use one role from a terminal: weep, environment, profile, or the keys themselves. */
export function CliPanel({ role, wishedSeconds = null }: Props) {
  const me = useMe();
  const { offered, preselected } = keyDurations(role.maxDurationSeconds, wishedSeconds);
  const [duration, setDuration] = useState(preselected);
  const [region, setRegion] = useState(me.regions.default);

  const name = role.weepWord;
  return (
    <SpaceBetween size="m">
      <div className="cli-head">
        <div>
          {role.accountName} · because of {why(role.reasons)}
        </div>
        {!role.cliOnly && <ConsoleLink role={role} region={region} text="Open AWS console" />}
      </div>
      <div className="cli-controls">
        <FormField label="Region">
          <Select
            selectedOption={{ value: region, label: region }}
            options={[...new Set([me.regions.default, ...REGIONS])].map((value) => ({ value, label: value }))}
            onChange={({ detail }) => setRegion(detail.selectedOption.value ?? region)}
            filteringType="auto"
            filteringAriaLabel="Filter regions"
          />
        </FormField>
        <FormField label="Keys live">
          <Select
            selectedOption={{ value: String(duration), label: span(duration * 1000) }}
            options={offered.map((each) => ({ value: String(each), label: span(each * 1000) }))}
            onChange={({ detail }) => setDuration(Number(detail.selectedOption.value))}
          />
        </FormField>
      </div>
      <Tabs
        ariaLabel={`Ways to use ${role.name}`}
        tabs={[
          {
            id: "weep",
            label: "weep",
            content: (
              <SpaceBetween size="s">
                <CommandLine what="the weep file line" text={`weep file ${name}`} />
                <div>Writes the keys to ~/.aws/credentials, where the AWS CLI and the SDKs look.</div>
                <CommandLine what="the weep serve line" text={`weep serve ${name}`} />
                <div>Serves keys as an EC2 instance does, and renews them until you stop it.</div>
              </SpaceBetween>
            ),
          },
          {
            id: "environment",
            label: "Environment",
            content: (
              <SpaceBetween size="s">
                <div>Sets the keys in the shell you are in.</div>
                <CommandLine
                  what="the lines for the environment"
                  text={`eval "$(weep export ${name})"\nexport AWS_REGION=${region}`}
                />
              </SpaceBetween>
            ),
          },
          {
            id: "profile",
            label: "Profile",
            content: (
              <SpaceBetween size="s">
                <div>
                  Goes into ~/.aws/config; the AWS CLI and the SDKs then ask weep whenever they need keys.
                </div>
                <CommandLine
                  what="the profile"
                  text={`[profile ${role.name}]\ncredential_process = weep credential_process ${name}\nregion = ${region}`}
                />
                <CommandLine
                  what="the try-out line"
                  text={`aws sts get-caller-identity --profile ${role.name}`}
                />
              </SpaceBetween>
            ),
          },
          {
            id: "credentials",
            label: "Credentials",
            contentRenderStrategy: "lazy",
            content: <CredentialsTab role={role} durationSeconds={duration} region={region} />,
          },
        ]}
      />
    </SpaceBetween>
  );
}
