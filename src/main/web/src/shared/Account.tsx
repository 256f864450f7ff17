import Box from "@cloudscape-design/components/box";

/** An account: its name first, its number second. */
export function Account({ name, id }: { name: string; id: string }) {
  return (
    <div>
      <div className="whole-words">{name === "" ? id : name}</div>
      {name !== "" && name !== id && (
        <Box variant="small" color="text-body-secondary">
          {id}
        </Box>
      )}
    </div>
  );
}
