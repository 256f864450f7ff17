import Grid from "@cloudscape-design/components/grid";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useMe } from "../../shared/me";
import { Page } from "../../shared/Page";
import { useOpenRequest } from "../../shared/requests/queries";
import { useOnceKey } from "../../shared/requests/useOnceKey";
import { navigate } from "../../shared/router";
import { useNarrow } from "../../shared/useNarrow";
import { AddsStep } from "./AddsStep";
import { LossStep } from "./LossStep";
import { NextStep } from "./NextStep";
import { useDraftCheck, useRuling } from "./queries";
import { rememberReason } from "./reasons";
import { WhatStep } from "./WhatStep";
import { WhyStep } from "./WhyStep";
import { type Draft, draftOf, faultsOf, kindOf, requestOf } from "./wish";
import "./request.css";

/** One page: what, for how long and why, and what happens next, all in sight at once. */
export default function RequestAccessPage({ search }: { search: string }) {
  const { user } = useMe();
  const [draft, setDraft] = useState<Draft>(() => draftOf(search));
  const [tried, setTried] = useState(false);
  const ruling = useRuling(draft);
  const check = useDraftCheck(draft);
  const onceKey = useOnceKey();
  const open = useOpenRequest();
  const faults = faultsOf(draft, ruling.data?.maxMinutes ?? null);
  const shown = tried ? faults : {};
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));

  const narrow = useNarrow(); // then it stands right below what one types
  const effect =
    draft.what === "put" ? (
      <AddsStep check={check} roleChosen={draft.role !== ""} />
    ) : draft.what === "delete" ? (
      <LossStep draft={draft} />
    ) : null;

  const send = () => {
    setTried(true);
    if (Object.keys(faults).length > 0) {
      return;
    }
    const request = requestOf(draft);
    rememberReason(user, request.justification);
    open.mutate(
      { ...request, onceKey: onceKey(request) },
      { onSuccess: (made) => navigate(`/requests/${encodeURIComponent(made.id)}`) },
    );
  };

  return (
    <Page title="Request access" description="A role for a time, or a policy on a role.">
      <Grid gridDefinition={[{ colspan: { default: 12, s: 8 } }, { colspan: { default: 12, s: 4 } }]}>
        <SpaceBetween size="l">
          <WhatStep draft={draft} faults={shown} check={check.data} onChange={change} />
          {narrow && effect}
          <WhyStep
            draft={draft}
            faults={shown}
            maxMinutes={kindOf(draft.what) === "role" ? (ruling.data?.maxMinutes ?? null) : null}
            onChange={change}
          />
        </SpaceBetween>
        <div className="request-aside">
          <SpaceBetween size="l">
            {!narrow && effect}
            <NextStep
              draft={draft}
              ruling={ruling}
              missing={Object.values(shown).filter((each): each is string => each !== undefined)}
              sending={open.isPending}
              error={open.error}
              onSend={send}
            />
          </SpaceBetween>
        </div>
      </Grid>
    </Page>
  );
}
