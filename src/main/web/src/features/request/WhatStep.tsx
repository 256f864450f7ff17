import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useEffect, useRef } from "react";
import { Choice } from "../../shared/Choice";
import { CommandLine } from "../../shared/CommandLine";
import type { PolicyCheck } from "../../shared/requests/contract";
import { PolicyField } from "./PolicyField";
import { PolicyNameField } from "./PolicyNameField";
import { usePolicyNow } from "./queries";
import { RoleField } from "./RoleField";
import { type Draft, EMPTY_POLICY, type Faults, isWhat, kindOf } from "./wish";

interface Props {
  draft: Draft;
  faults: Faults;
  check: PolicyCheck | undefined;
  onChange: (part: Partial<Draft>) => void;
}

export function WhatStep({ draft, faults, check, onChange }: Props) {
  const { what, document } = draft;
  const now = usePolicyNow(draft);
  useTaken(now, document, (text) => onChange({ document: text }));
  return (
    <Container header={<Header variant="h2">1. What</Header>}>
      <SpaceBetween size="l">
        <Choice
          label="What to ask for"
          selectedId={what}
          options={[
            { id: "role", text: "A role for a time" },
            { id: "put", text: "A policy on a role" },
            { id: "delete", text: "A policy off a role" },
          ]}
          onChange={(id) => isWhat(id) && onChange({ what: id })}
        />
        <RoleField
          kind={kindOf(what)}
          arn={draft.role}
          fault={faults.role}
          onChange={(role) => onChange({ role })}
        />
        {what !== "role" && (
          <PolicyNameField
            draft={draft}
            fault={faults.policyName}
            onChange={(policyName) => onChange({ policyName })}
          />
        )}
        {what === "put" && (
          <PolicyField
            text={document}
            now={now ?? check?.before ?? null}
            findings={check?.findings ?? []}
            fault={faults.document}
            onChange={(text) => onChange({ document: text })}
          />
        )}
        {what === "delete" && now !== null && (
          <div>
            <Box variant="awsui-key-label">What AWS has now</Box>
            <CommandLine what={`the text of ${draft.policyName}`} text={now} />
          </div>
        )}
      </SpaceBetween>
    </Container>
  );
}

/** A policy that is picked comes into the editor, unless something was written there. */
function useTaken(now: string | null, document: string, take: (text: string) => void) {
  const untouched = useRef(EMPTY_POLICY);
  useEffect(() => {
    if (now !== null && now !== untouched.current && document === untouched.current) {
      untouched.current = now;
      take(now);
    }
  }, [now, document, take]);
}
