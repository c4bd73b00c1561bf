/**
 * What a shell session asks the reader to type. It touches no page, so that it can be tested without one.
 */

/** `$ `, `# `, `root@host:~# `, `[root@host ~]# `, and what is typed after it. */
const PROMPTED = /^(?:(?:\[\S+@[^\]\n]*\]|\S+@\S+) ?)?[$#] (.*)$/;

/** The word that ends a here-document: `<<EOF`, `<<-'EOF'`. */
const HERE_DOCUMENT = /<<-?\s*(["']?)(\w+)\1/;

/** A shell asks for the rest of a command with this. */
const SECOND_PROMPT = /^> /;

/**
 * The commands of a shell session: its lines with a prompt, without it; a line that ends in a backslash takes the next
 * with it, a here-document all lines up to its end.
 * @param session the text of the code block
 * @returns the commands, one a line; empty if no line has a prompt
 */
export function commandsOf(session: string): string {
  const commands: string[] = [];
  let continued = false;
  let hereDocument: string | null = null;
  for (const line of session.split('\n')) {
    if (hereDocument !== null) {
      const content = line.replace(SECOND_PROMPT, '');
      commands.push(content);
      if (content.trim() === hereDocument) hereDocument = null;
      continue;
    }
    const prompted: string | undefined = PROMPTED.exec(line)?.[1];
    const command: string | undefined = prompted ?? (continued ? line.replace(SECOND_PROMPT, '') : undefined);
    if (command === undefined) continue;
    commands.push(command);
    continued = command.endsWith('\\');
    hereDocument = HERE_DOCUMENT.exec(command)?.[2] ?? null;
  }
  return commands.join('\n');
}
