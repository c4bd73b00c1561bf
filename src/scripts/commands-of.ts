/**
 * What a shell session asks the reader to type. It touches no page, so that it can be tested without one.
 */

const PROMPTED = /^(?:\S+@\S+ ?)?[$#] (.*)$/;

/**
 * The commands of a shell session: its lines with a prompt, without it; a line that ends in a backslash takes the next with it.
 * @param session the text of the code block
 * @returns the commands, one a line; empty if no line has a prompt
 */
export function commandsOf(session: string): string {
  const commands: string[] = [];
  let continued = false;
  for (const line of session.split('\n')) {
    const prompted: string | undefined = PROMPTED.exec(line)?.[1];
    const command: string | undefined = prompted ?? (continued ? line : undefined);
    if (command === undefined) continue;
    commands.push(command);
    continued = command.endsWith('\\');
  }
  return commands.join('\n');
}
