import StatusIndicator from "@cloudscape-design/components/status-indicator";

export function Waiting({ children }: { children: string }) {
  return (
    <div role="status">
      <StatusIndicator type="loading">{children}</StatusIndicator>
    </div>
  );
}
