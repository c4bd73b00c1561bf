/** A note on a line of a log opens with a click or a tap by itself; this opens it for a pointer above it and for focus. */
export function openLogNotes(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.why')) {
    const note = button.popoverTargetElement;
    if (!(note instanceof HTMLElement)) continue;
    const show = () => note.showPopover({ source: button });
    const hide = () => note.hidePopover();
    button.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType === 'mouse') show();
    });
    button.addEventListener('focus', show);
    button.addEventListener('blur', hide);
    // The note may be pointed at as well, as long as the pointer stays within the log.
    button.closest('figure')?.addEventListener('pointerleave', hide);
  }
}
