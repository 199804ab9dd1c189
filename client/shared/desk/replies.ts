import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useState } from 'react';
import type { StepTaken } from '../../../server/entities/step-shapes.ts';
import { call, callStep, type Endpoint, type Input, type Reply, type StepEndpoint } from '../api.ts';
import { Failure } from '../failure.ts';
import { retrying } from '../retrying.ts';
import { leaveIfSignedOut } from '../session.ts';
import { unansweredKept } from '../unanswered.ts';

const mayPass = (error: unknown) => error instanceof Failure && error.isUnknown;

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: leaveIfSignedOut }),
  mutationCache: new MutationCache({ onError: leaveIfSignedOut }),
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (failures, error) => mayPass(error) && failures < 2 },
  },
});

/**
 * What a GET answers, kept fresh: asked again when the window comes back and after anything was sent; and every so many
 * milliseconds, where something moves by itself, or for as long as the answer says so.
 */
export const useReply = <E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  {
    enabled = true,
    every,
  }: {
    readonly enabled?: boolean;
    readonly every?: number | ((reply: Reply<E> | undefined) => number | undefined);
  } = {},
): UseQueryResult<Reply<E>, Failure> =>
  useQuery<Reply<E>, Failure>({
    queryKey: [endpoint, input],
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
    placeholderData: keepPreviousData,
    enabled,
    refetchInterval: ({ state }) => (typeof every === 'function' ? every(state.data) : every) ?? false,
  });

/**
 * Sends something; whatever is on the screen is then asked again. The same content, pressed once more while nobody
 * answered it, is the same thing. `mutateAsync` throws a Failure.
 */
export const useSend = <E extends Exclude<Endpoint, StepEndpoint>>(
  endpoint: E,
): UseMutationResult<Reply<E>, Failure, Input<E>> => useSending((input) => call(endpoint, input));

/** The same for a step: of its reply no more is read than that it was taken. */
export const useStep = <E extends StepEndpoint>(
  endpoint: E,
): UseMutationResult<StepTaken, Failure, Input<E>> => useSending((input) => callStep(endpoint, input));

function useSending<I extends object, R>(send: (input: I) => Promise<R>): UseMutationResult<R, Failure, I> {
  const client = useQueryClient();
  const [once] = useState(unansweredKept);
  return useMutation<R, Failure, I>({
    mutationFn: (input) => once(input, send),
    // With the same scanId nothing happens twice, so what was lost on the way may go again.
    retry: (failures, error) => mayPass(error) && failures < 2,
    onSettled: () => client.invalidateQueries(),
  });
}

/** Takes a step as `useStep` does, of whatever thing; what was lost on the way goes again, for longer. @throws Failure */
export function useAnyStep(): <E extends StepEndpoint>(endpoint: E, input: Input<E>) => Promise<StepTaken> {
  const client = useQueryClient();
  const [once] = useState(unansweredKept);
  return async (endpoint, input) => {
    try {
      return await once(input, (asked) => retrying(() => callStep(endpoint, asked)));
    } catch (error) {
      leaveIfSignedOut(error);
      throw error;
    } finally {
      void client.invalidateQueries();
    }
  };
}
