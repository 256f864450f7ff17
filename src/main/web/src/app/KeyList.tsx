import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import { useMe } from "../shared/me";

export function KeyList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { administrator } = useMe();
  const keys: [string, string][] = [
    ["/", "Search"],
    ["g r", "Roles"],
    ["g q", "Requests"],
    ["g i", "Inbox"],
    ["g m", "My grants"],
    ...(administrator
      ? ([
          ["g j", "Jobs"],
          ["g s", "Self-check"],
        ] satisfies [string, string][])
      : []),
    ["?", "This list"],
  ];
  return (
    <Modal
      visible={open}
      onDismiss={onClose}
      header="Keys"
      size="small"
      footer={<Button onClick={onClose}>Close</Button>}
    >
      <dl className="key-list">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              {key.split(" ").map((each) => (
                <kbd key={each}>{each}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
