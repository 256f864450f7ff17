import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Textarea from "@cloudscape-design/components/textarea";
import { useMe } from "../../shared/me";
import { LengthField } from "../../shared/requests/LengthField";
import { useRecentReasons } from "./reasons";
import type { Draft, Faults } from "./wish";

interface Props {
  draft: Draft;
  faults: Faults;
  /** The rule's bound; null while it is not known. */
  maxMinutes: number | null;
  onChange: (part: Partial<Draft>) => void;
}

export function WhyStep({ draft, faults, maxMinutes, onChange }: Props) {
  const { user } = useMe();
  const recent = useRecentReasons(user).filter((each) => each !== draft.why.trim());
  const forATime = draft.what === "role";
  return (
    <Container header={<Header variant="h2">{forATime ? "2. For how long and why" : "2. Why"}</Header>}>
      <SpaceBetween size="l">
        {forATime && (
          <LengthField
            minutes={draft.minutes}
            maxMinutes={maxMinutes}
            description="Counted from the approval on."
            onChange={(minutes) => onChange({ minutes })}
          />
        )}
        <FormField
          label="Why"
          description="The approvers read it, and it stays with the request. A ticket number helps."
          errorText={faults.why}
          stretch
        >
          <Textarea value={draft.why} rows={3} onChange={({ detail }) => onChange({ why: detail.value })} />
        </FormField>
        {recent.length > 0 && (
          <section aria-label="Recent reasons" className="recent">
            <ul className="plain">
              {recent.map((reason) => (
                <li key={reason}>
                  <Button onClick={() => onChange({ why: reason })}>{short(reason)}</Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </SpaceBetween>
    </Container>
  );
}

const SHOWN = 60;

function short(reason: string): string {
  return reason.length <= SHOWN ? reason : `${reason.slice(0, SHOWN - 1)}…`;
}
