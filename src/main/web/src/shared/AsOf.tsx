import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import { Time } from "./Time";
import "./parts.css";

interface Props {
  /** Null where it has no age; undefined while that is not known. */
  at: string | null | undefined;
  /** Said in the place of an age that there is not. */
  ageless?: string;
  refreshing: boolean;
  onRefresh: () => void;
}

/** How old what one sees is, and the button that asks for newer. */
export function AsOf({ at, ageless = "never read", refreshing, onRefresh }: Props) {
  return (
    <span className="as-of">
      <Box variant="small" color="text-body-secondary">
        {at === null && ageless}
        {typeof at === "string" && (
          <>
            as of <Time at={at} />
          </>
        )}
      </Box>
      <Button
        iconName="refresh"
        variant="icon"
        ariaLabel="Refresh"
        loading={refreshing}
        loadingText="Refreshing"
        onClick={onRefresh}
      />
    </span>
  );
}
