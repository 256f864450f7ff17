import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tiles from "@cloudscape-design/components/tiles";
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
        <Tiles
          ariaLabel="What to ask for"
          value={what}
          columns={3}
          items={[
            { value: "role", label: "A role for a time", description: "It is yours until it ends." },
            { value: "put", label: "A policy on a role", description: "A new one, or another text." },
            { value: "delete", label: "A policy off a role", description: "The role may do less." },
          ]}
          onChange={({ detail }) => isWhat(detail.value) && onChange({ what: detail.value })}
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
