import { existsSync } from 'node:fs';
import mechanisms from '../../styles/mechanisms.css?inline';
import zeroPageLife from '../../styles/zero-page-life.css?inline';

/** The style of a problem's figures, for the head of its page; every other page is free of it. */
export function figureStyles(folder: string): string | undefined {
  if (existsSync(`content/problems/${folder}/zero-page-life.yaml`)) return zeroPageLife;
  if (existsSync(`content/problems/${folder}/mechanism.yaml`)) return mechanisms;
  return undefined;
}
