import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Modal from "@cloudscape-design/components/modal";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { problemOf } from "../shared/problem";

interface Props {
  error: unknown;
  onGoOn: () => void;
  looking: boolean;
}

/** The sign-in ended while one works: the page stays below, and with it all that was typed there. */
export function SignInEnded({ error, onGoOn, looking }: Props) {
  return (
    <Modal
      visible
      header="You are signed out"
      closeAriaLabel="Close"
      onDismiss={onGoOn}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button href="/" target="_blank" iconName="external" iconAlign="right">
              Sign in again
            </Button>
            <Button variant="primary" loading={looking} onClick={onGoOn}>
              Go on
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="s">
        <div className="as-written">{problemOf(error).detail}</div>
        <div>Sign in again in another tab, then go on here. This page keeps what you typed.</div>
      </SpaceBetween>
    </Modal>
  );
}
