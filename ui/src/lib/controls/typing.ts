/** Text somebody is in the middle of writing: in which input of a field, and where the caret stands. A lock loses none of it. */
import type { Attachment } from 'svelte/attachments';
import type { JsonValue } from '../backend/records';

/** What is being written. */
export interface Typing {
  text: string;
  start: number;
  end: number;
  /** Which of the field's inputs. */
  at: number;
}

type Writable = HTMLInputElement | HTMLTextAreaElement;
const unwritten = ['checkbox', 'radio', 'button'];

/** The inputs of a field that hold text, in order. */
function inputs(field: Element): Writable[] {
  return [...field.querySelectorAll<Writable>('input, textarea')].filter((input) => !unwritten.includes(input.type));
}

/** What an event in a field says of the text and the caret; nothing when it was about anything else. */
export function heard(event: Event & { currentTarget: Element }): Typing | undefined {
  const target = event.target;
  const at = inputs(event.currentTarget).findIndex((input) => input === target);
  if (at < 0 || !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return undefined;
  return { text: target.value, start: target.selectionStart ?? target.value.length, end: target.selectionEnd ?? target.value.length, at };
}

/** Reads what was kept; anything else is nothing. */
export function typingOf(kept: JsonValue): Typing | undefined {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return undefined;
  const { text, start, end, at } = kept;
  return typeof text === 'string' && typeof start === 'number' && typeof end === 'number' && typeof at === 'number' ? { text, start, end, at } : undefined;
}

/** Puts text and caret back where they were. */
export function comeBack(was: Typing | undefined): Attachment<HTMLElement> {
  return (field) => {
    if (!was) return undefined;
    const frame = requestAnimationFrame(() => {
      const input = inputs(field)[was.at];
      if (!input) return;
      if (input.value !== was.text) {
        input.value = was.text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
      input.focus();
      input.setSelectionRange(was.start, was.end);
    });
    return () => cancelAnimationFrame(frame);
  };
}
