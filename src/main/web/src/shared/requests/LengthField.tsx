import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { Choice } from "../Choice";
import { lengthFault, offeredLengths, parseLength } from "./lengths";
import { length } from "./words";

const OTHER = "other";

interface Props {
  /** NaN while what was typed is no length. */
  minutes: number;
  /** The rule's bound; null while it is not known. */
  maxMinutes: number | null;
  onChange: (minutes: number) => void;
  description?: string;
}

/** For how long: a few usual lengths within the rule's bound, or any other. */
export function LengthField({ minutes, maxMinutes, onChange, description }: Props) {
  const offered = offeredLengths(maxMinutes);
  const [asked, setOther] = useState(false);
  const other = asked || !offered.includes(minutes);
  const [text, setText] = useState(() => (Number.isNaN(minutes) ? "" : length(minutes)));
  const fault = lengthFault(minutes, maxMinutes);
  return (
    <FormField
      label="For how long"
      description={description}
      constraintText={maxMinutes === null ? undefined : `15 min to ${length(maxMinutes)}`}
      errorText={fault}
    >
      <SpaceBetween size="xs">
        <Choice
          label="For how long"
          selectedId={other ? OTHER : String(minutes)}
          options={[
            ...offered.map((each) => ({ id: String(each), text: length(each) })),
            { id: OTHER, text: "Other" },
          ]}
          onChange={(id) => {
            setOther(id === OTHER);
            if (id !== OTHER) {
              onChange(Number(id));
              setText(length(Number(id)));
            }
          }}
        />
        {other && (
          <Input
            value={text}
            ariaLabel="Another length"
            placeholder="90 min, 1 h 30 min, 2 days"
            onChange={({ detail }) => {
              setText(detail.value);
              onChange(parseLength(detail.value));
            }}
          />
        )}
      </SpaceBetween>
    </FormField>
  );
}
