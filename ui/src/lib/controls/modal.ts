/** A layer that takes the whole attention: focus stays inside, Esc closes, focus goes back where it was. */
import type { Attachment } from 'svelte/attachments';
import { layers } from '../keys/layers.svelte';

/** Opens a `<dialog>` over everything; `close` is asked by Esc and discards nothing. */
export function modal(close: () => void): Attachment<HTMLDialogElement> {
  return (dialog) => {
    const before = document.activeElement;
    dialog.showModal();
    // The first thing to fill in, not the cross; a dialog that names its own first part keeps it.
    if (!dialog.querySelector('[autofocus]')) dialog.querySelector<HTMLElement>('.body :is(input, textarea, select, button, a[href])')?.focus();
    const leave = layers.open(close);
    const cancelled = (event: Event) => {
      event.preventDefault();
      close();
    };
    dialog.addEventListener('cancel', cancelled);
    return () => {
      dialog.removeEventListener('cancel', cancelled);
      leave();
      if (dialog.open) dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  };
}
