import SegmentedControl from "@cloudscape-design/components/segmented-control";
import Select from "@cloudscape-design/components/select";
import { useNarrow } from "./useNarrow";

interface Props {
  /** Names it to a screen reader; what is to be read stands around it. */
  label: string;
  options: { id: string; text: string }[];
  selectedId: string;
  onChange: (id: string) => void;
}

/** One of a few, side by side; where there is no room for that, a list that opens. */
export function Choice({ label, options, selectedId, onChange }: Props) {
  const narrow = useNarrow();
  if (!narrow) {
    return (
      <SegmentedControl
        label={label}
        options={options}
        selectedId={selectedId}
        onChange={({ detail }) => onChange(detail.selectedId)}
      />
    );
  }
  const listed = options.map(({ id, text }) => ({ value: id, label: text }));
  return (
    <Select
      ariaLabel={label}
      options={listed}
      selectedOption={listed.find((each) => each.value === selectedId) ?? null}
      onChange={({ detail }) => onChange(detail.selectedOption.value ?? selectedId)}
    />
  );
}
