/** The one door to Rust: a call gives its answer or throws a refusal in words. */
import type { Failure } from './generated/commands';

export type { Failure } from './generated/commands';

/** What the core says instead of an answer. */
export class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.happened);
    this.name = 'Refusal';
  }
}

type Answer<T> = { status: 'ok'; data: T } | { status: 'error'; error: Failure };

/** The data of an answer. */
export async function ask<T>(call: Promise<Answer<T>>): Promise<T> {
  const answer = await call;
  if (answer.status === 'error') throw new Refusal(answer.error);
  return answer.data;
}
