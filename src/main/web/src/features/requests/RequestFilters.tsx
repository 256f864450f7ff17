import Select from "@cloudscape-design/components/select";
import TextFilter, { type TextFilterProps } from "@cloudscape-design/components/text-filter";
import { useRef } from "react";
import { Choice } from "../../shared/Choice";
import type { RequestState } from "../../shared/requests/contract";
import { REQUEST_STATES } from "../../shared/requests/state";
import { useShortcuts } from "../../shared/shortcuts";
import { bounded, type Filter } from "./filter";

const ANY = { value: "", label: "Any state" };
const STATES = (Object.keys(REQUEST_STATES) as RequestState[]).map((value) => ({
  value,
  label: REQUEST_STATES[value].word,
}));

export function RequestFilters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const field = useRef<TextFilterProps.Ref>(null);
  useShortcuts({ "/": () => field.current?.focus() });
  return (
    <div className="filters">
      <div className="filter-text">
        <TextFilter
          ref={field}
          filteringText={filter.text}
          filteringPlaceholder="Role, account, person, reason"
          filteringAriaLabel="Filter requests"
          onChange={({ detail }) => onChange({ ...filter, text: bounded(detail.filteringText) })}
        />
      </div>
      <Select
        ariaLabel="State"
        selectedOption={STATES.find((each) => each.value === filter.state) ?? ANY}
        options={[ANY, ...STATES]}
        onChange={({ detail }) =>
          onChange({
            ...filter,
            state: STATES.find((each) => each.value === detail.selectedOption.value)?.value ?? null,
          })
        }
      />
      <Choice
        label="Whose requests"
        selectedId={filter.mine ? "mine" : "all"}
        options={[
          { id: "all", text: "Everybody’s" },
          { id: "mine", text: "Mine" },
        ]}
        onChange={(id) => onChange({ ...filter, mine: id === "mine" })}
      />
    </div>
  );
}
