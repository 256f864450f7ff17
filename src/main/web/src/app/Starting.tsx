import { Waiting } from "../shared/Waiting";

export function Starting() {
  return (
    <main className="starting">
      <Waiting>Looking who is signed in</Waiting>
    </main>
  );
}
