/** The buttons of figures with steps, and arrow keys on them. The steps themselves are radio buttons. */
export function turnSteps(): void {
  for (const figure of document.querySelectorAll('.life')) {
    const choices = [...figure.querySelectorAll('input')];
    const turn = (event: Event) => {
      if (!(event.target instanceof HTMLButtonElement)) return;
      const key =
        event instanceof KeyboardEvent ? { ArrowLeft: -1, ArrowRight: 1 }[event.key] : event.target.value;
      choices[choices.findIndex(({ checked }) => checked) + Number(key)]?.click();
    };
    figure.addEventListener('click', turn);
    figure.addEventListener('keydown', turn);
  }
}
