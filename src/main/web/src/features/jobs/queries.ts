import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { get, post, remove } from "../../shared/api";
import type { Freshness, JobList, Run, RunList } from "../../shared/contract";
import type { StartOptions } from "./control";

const WHILE_RUNNING_MS = 2_000;
const OTHERWISE_MS = 30_000;

export function useJobs() {
  return useQuery({
    queryKey: ["jobs"],
    queryFn: ({ signal }) => get<JobList>("/api/v3/jobs", signal),
    refetchInterval: (query) =>
      query.state.data?.jobs.some((each) => each.running !== null) === true ? WHILE_RUNNING_MS : OTHERWISE_MS,
  });
}

export function useFreshness(watching: boolean) {
  return useQuery({
    queryKey: ["freshness"],
    queryFn: ({ signal }) => get<Freshness>("/api/v3/freshness", signal),
    refetchInterval: watching ? WHILE_RUNNING_MS : OTHERWISE_MS,
  });
}

export function useRuns(watching: boolean) {
  return useQuery({
    queryKey: ["jobs", "runs"],
    queryFn: ({ signal }) => get<RunList>("/api/v3/jobs/runs", signal),
    refetchInterval: watching ? WHILE_RUNNING_MS : OTHERWISE_MS,
  });
}

export function useRun(id: string) {
  return useQuery({
    queryKey: ["jobs", "run", id],
    queryFn: ({ signal }) => get<Run>(`/api/v3/jobs/runs/${encodeURIComponent(id)}`, signal),
    refetchInterval: (query) =>
      query.state.data !== undefined && isRunning(query.state.data) ? WHILE_RUNNING_MS : false,
  });
}

export function useStart() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ job, acceptDrop = false }: StartOptions & { job: string }) =>
      post<Run>(`/api/v3/jobs/${encodeURIComponent(job)}/runs${acceptDrop ? "?accept_drop=true" : ""}`),
    onSettled: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
}

export function useStop() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (run: string) => remove(`/api/v3/jobs/runs/${encodeURIComponent(run)}`),
    onSettled: () => client.invalidateQueries({ queryKey: ["jobs"] }),
  });
}

export function isRunning(run: Run): boolean {
  return run.batchStatus === "STARTING" || run.batchStatus === "STARTED" || run.batchStatus === "STOPPING";
}
