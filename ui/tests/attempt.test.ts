/** What is asked anew while it is answered. */
import { expect, test } from 'vitest';
import { Attempt } from '../src/lib/controls/attempt.svelte';

test('only the answer to the last question is taken, whichever comes first', async () => {
  const attempt = new Attempt();
  const taken: (string | undefined)[] = [];
  let answerFirst: (text: string) => void = () => undefined;
  const first = attempt.latest(() => new Promise<string>((resolve) => (answerFirst = resolve)), (found) => taken.push(found));
  await attempt.latest(() => Promise.resolve('second'), (found) => taken.push(found));
  answerFirst('first');
  await first;
  expect(taken).toEqual(['second']);
});
