/** One application to the Mechanism as of a day. */
import { ask } from './door';
import { commands } from './generated/commands';

export type { Act, ApplicationPage, CourseLine, Measures, Proof, Scale, StepSaid } from './generated/commands';

/** The day as it is typed; now where it is empty. */
export const applicationPage = (id: string, asOf: string) => ask(commands.applicationPage(id, asOf));
