import { RequestPage } from "./RequestPage";
import { RequestsPage } from "./RequestsPage";

/** `/requests` and `/requests/<id>`, loaded when somebody first goes there. */
export default function Requests({ id, search }: { id: string | null; search: string }) {
  return id === null ? <RequestsPage search={search} /> : <RequestPage key={id} id={id} />;
}
