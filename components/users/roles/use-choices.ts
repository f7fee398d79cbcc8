'use client';
import { useState } from 'react';
import type { Answer } from '#components/users/form/call-action.ts';
import { useCallAction } from '#components/users/form/use-call-action.ts';
import type { Problem } from '#lib/errors.ts';

/** What there is to choose from, read from the server one part after the other. */
export function useChoices<Input, Part, Choice>(
  call: (input: Input) => Promise<Answer<Part>>,
  read: (part: Part) => { choices: readonly Choice[]; next: NoInfer<Input> | null },
) {
  const callAction = useCallAction();
  const [choices, setChoices] = useState<readonly Choice[] | null>(null);
  const [parts, setParts] = useState<readonly Part[]>([]);
  const [next, setNext] = useState<Input | null>(null);
  const [isLoading, setIsLoading] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function load(input: Input, before: { choices: readonly Choice[]; parts: readonly Part[] }) {
    setIsLoading(true);
    setProblem(null);
    const answer = await callAction(call, input);
    setIsLoading(false);
    if (!answer.ok) return setProblem(answer.problem);
    const given = read(answer.value);
    setChoices([...before.choices, ...given.choices]);
    setParts([...before.parts, answer.value]);
    setNext(given.next);
  }

  return {
    /** `null` until the first part is there. */
    choices,
    parts,
    hasMore: next !== null,
    isLoading,
    problem,
    start(input: Input) {
      setChoices(null);
      setParts([]);
      setNext(null);
      void load(input, { choices: [], parts: [] });
    },
    more() {
      if (next !== null && !isLoading) void load(next, { choices: choices ?? [], parts });
    },
  };
}
