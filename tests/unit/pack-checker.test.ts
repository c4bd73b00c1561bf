import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const PASTE = 'zfs-kmod-2.3.99-90_g38c0324c0f\n6.11.9-zen1-1-zen\ninit_on_alloc=0 init_on_free=0\n';

/** The person's own Node, as `npx` would use it; the project's where there is none. */
function systemNode(): string {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return own.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? process.execPath;
}

// Outside of the project, so that no package of its node_modules can be found.
const folder = mkdtempSync(join(tmpdir(), 'checker-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('the packed checker', () => {
  it('runs with the system’s Node without any package, and answers as the source does', {
    timeout: 60_000,
  }, () => {
    const packed = spawnSync(process.execPath, ['tools/pack-checker.mjs', folder], { encoding: 'utf8' });
    expect(packed, packed.stderr).toMatchObject({ status: 0 });
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '';
    expect(tarball).toMatch(/^openzfs-problem-notes-check-\d+\.\d+\.\d+\.tgz$/);
    rmSync(join(folder, 'package'), { recursive: true });
    expect(spawnSync('tar', ['-xzf', tarball], { cwd: folder })).toMatchObject({ status: 0 });

    const manifest = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8'));
    expect(manifest).toMatchObject({ bin: { 'openzfs-problem-notes-check': 'check.js' } });
    expect(manifest).not.toHaveProperty('dependencies');

    for (const options of [['--json'], ['--lang', 'zh']]) {
      const run = (node: string, file: string) => {
        const { status, stdout } = spawnSync(node, [file, ...options], { input: PASTE, encoding: 'utf8' });
        return { status, stdout };
      };
      const source = run(process.execPath, 'cli/check.ts');
      expect(source.status).toBe(1);
      expect(run(systemNode(), join(folder, 'package/check.js'))).toEqual(source);
    }
  });
});
