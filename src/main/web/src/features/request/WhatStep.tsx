import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tiles from "@cloudscape-design/components/tiles";
import type { PolicyCheck } from "../../shared/requests/contract";
import { PolicyField } from "./PolicyField";
import { RoleField } from "./RoleField";
import { type Draft, type Faults, isWhat, kindOf } from "./wish";

interface Props {
  draft: Draft;
  faults: Faults;
  check: PolicyCheck | undefined;
  onChange: (part: Partial<Draft>) => void;
}

export function WhatStep({ draft, faults, check, onChange }: Props) {
  const { what } = draft;
  return (
    <Container header={<Header variant="h2">1. What</Header>}>
      <SpaceBetween size="l">
        <Tiles
          ariaLabel="What to ask for"
          value={what}
          columns={4}
          items={[
            { value: "role", label: "A role for a time", description: "It is yours until it ends." },
            { value: "add", label: "A new policy", description: "A role may do more." },
            { value: "replace", label: "Another policy text", description: "In the place of one it has." },
            { value: "delete", label: "A policy off", description: "A role may do less." },
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
            label={what === "add" ? "Policy name (optional)" : "Policy name"}
            constraintText="1 to 128 letters, digits or _+=,.@-"
            errorText={faults.policyName}
          >
            <Input
              value={draft.policyName}
              placeholder={what === "add" ? "Made from your name and the time" : ""}
              spellcheck={false}
              autoComplete={false}
              onChange={({ detail }) => onChange({ policyName: detail.value })}
            />
          </FormField>
        )}
        {(what === "add" || what === "replace") && (
          <PolicyField
            draft={draft}
            fault={faults.document}
            check={check}
            onChange={(document) => onChange({ document })}
          />
        )}
      </SpaceBetween>
    </Container>
  );
}
