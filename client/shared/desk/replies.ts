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
import { call, type Endpoint, type Input, type Reply } from '../api.ts';
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
export function useSend<E extends Endpoint>(endpoint: E): UseMutationResult<Reply<E>, Failure, Input<E>> {
  const client = useQueryClient();
  const [once] = useState(unansweredKept);
  return useMutation<Reply<E>, Failure, Input<E>>({
    mutationFn: (input) => once(input, (asked) => call(endpoint, asked)),
    // With the same scanId nothing happens twice, so what was lost on the way may go again.
    retry: (failures, error) => mayPass(error) && failures < 2,
    onSettled: () => client.invalidateQueries(),
  });
}

/**
 * Sends something as `useSend` does, to an endpoint that is known only then; what was lost on the way goes again, for
 * longer. @throws Failure
 */
export function useAnySend(): <E extends Endpoint>(endpoint: E, input: Input<E>) => Promise<Reply<E>> {
  const client = useQueryClient();
  const [once] = useState(unansweredKept);
  return async (endpoint, input) => {
    try {
      return await once(input, (asked) => retrying(() => call(endpoint, asked)));
    } catch (error) {
      leaveIfSignedOut(error);
      throw error;
    } finally {
      void client.invalidateQueries();
    }
  };
}
