import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Role, RoleList } from "../contract";
import { rolesQuery } from "./queries";

const LOOK_EVERY_MS = 2_500;
const LOOK_FOR_MS = 60_000;

export type Granted =
  | { state: "here"; role: Role }
  | { state: "awaited" }
  /** It did not come within a minute, or the list does not load. */
  | { state: "missing"; failed: boolean; looking: boolean; onLook: () => void };

/** The role that a live grant opens. The list of roles follows a grant within seconds, and is asked for until it does. */
export function useGrantedRole(arn: string): Granted {
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    if (!patient) {
      return;
    }
    const timer = setTimeout(() => setPatient(false), LOOK_FOR_MS);
    return () => clearTimeout(timer);
  }, [patient]);
  const roles = useQuery({
    ...rolesQuery,
    refetchInterval: ({ state }) =>
      patient && roleOf(state.data, arn) === undefined ? LOOK_EVERY_MS : false,
  });

  const role = roleOf(roles.data, arn);
  if (role !== undefined) {
    return { state: "here", role };
  }
  if (roles.isPending || (patient && !roles.isError)) {
    return { state: "awaited" };
  }
  const onLook = () => {
    setPatient(true);
    void roles.refetch();
  };
  return { state: "missing", failed: roles.isError, looking: roles.isFetching, onLook };
}

function roleOf(list: RoleList | undefined, arn: string): Role | undefined {
  return list?.roles.find((each) => each.arn === arn);
}
