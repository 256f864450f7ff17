import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Finding } from "../../shared/requests/contract";
import { PolicyField } from "./PolicyField";
import { usePolicyNow } from "./queries";
import { RoleField } from "./RoleField";
import { type Draft, type Faults, isWhat, kindOf } from "./wish";

interface Props {
  draft: Draft;
  faults: Faults;
  findings: Finding[];
  onChange: (part: Partial<Draft>) => void;
}

export function WhatStep({ draft, faults, findings, onChange }: Props) {
  const { what } = draft;
  const now = usePolicyNow(draft).data ?? null;
  return (
    <Container header={<Header variant="h2">1. What</Header>}>
      <SpaceBetween size="l">
        <SegmentedControl
          label="What to ask for"
          selectedId={what}
          options={[
            { id: "role", text: "A role for a time" },
            { id: "put", text: "A policy on a role" },
            { id: "delete", text: "A policy off a role" },
          ]}
          onChange={({ detail }) => isWhat(detail.selectedId) && onChange({ what: detail.selectedId })}
        />
        <RoleField
          kind={kindOf(what)}
          arn={draft.role}
          fault={faults.role}
          onChange={(role) => onChange({ role })}
        />
        {what !== "role" && (
          <FormField
            label={what === "put" ? "Policy name (optional)" : "Policy name"}
            description={
              what === "put"
                ? "Without a name it is a new one. The name of a policy that the role has replaces that."
                : undefined
            }
            constraintText="1 to 128 letters, digits or _+=,.@-"
            errorText={faults.policyName}
          >
            <Input
              value={draft.policyName}
              spellcheck={false}
              autoComplete={false}
              onChange={({ detail }) => onChange({ policyName: detail.value })}
            />
          </FormField>
        )}
        {what === "put" && (
          <PolicyField
            text={draft.document}
            now={now}
            findings={findings}
            fault={faults.document}
            onChange={(document) => onChange({ document })}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}
