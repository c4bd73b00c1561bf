import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { highlighting, readFenceMeta } from '../../src/build/shiki-classes.ts';

let processor: Awaited<ReturnType<typeof createMarkdownProcessor>>;
beforeAll(async () => {
  processor = await createMarkdownProcessor({ shikiConfig: highlighting, smartypants: false });
});

/** The HTML within `<code>`, as Astro renders a code fence. */
async function inside(fence: string, ...lines: string[]): Promise<string> {
  return (await whole(fence, ...lines)).replace(/^<pre[^>]*><code>|<\/code><\/pre>$/g, '');
}

async function whole(fence: string, ...lines: string[]): Promise<string> {
  return (await processor.render(`~~~${[fence, ...lines].join('\n')}\n~~~`)).code;
}

describe('highlighted code', () => {
  test('has one-letter classes and nothing around plain text', async () => {
    expect(await inside('c', 'static int x = 10; /* zero */')).toBe(
      '<span class="k">static int</span> x = <span class="n">10</span>; <span class="c">/* zero */</span>',
    );
  });

  test('counts the two halves of a hexadecimal number as one', async () => {
    expect(await inside('c', 'x = 0x1f;')).toBe('x = <span class="n">0x1f</span>;');
  });

  test('shows a prompt apart from its command', async () => {
    expect(await inside('shellsession', '# zfs version', 'zfs-2.3.0-1')).toBe(
      '<span class="h">#</span> zfs version\nzfs-2.3.0-1',
    );
    expect(await inside('console', '$ uname -r')).toBe('<span class="h">$</span> uname -r');
  });

  test('has no style attribute, also not on diff lines, where Astro adds one', async () => {
    const html = await whole('diff', '@@ -1,2 +1,2 @@', ' same', '-old', '-older', '+new', ' same');
    expect(html).toBe(
      '<pre tabindex="0" data-language="diff"><code><span class="h">@@ -1,2 +1,2 @@</span>\n same\n' +
        '<span class="d">-old\n-older\n</span><span class="i">+new\n</span> same</code></pre>',
    );
  });

  test('shows time stamps, faults and symbols of a kernel log', async () => {
    expect(
      await inside(
        'log',
        '[  123.456789] WARNING: CPU: 0 PID: 1 at mm/gup.c:144 try_grab_folio+0x12/0x34',
        '[  123.456790] RIP: 0010:try_grab_folio+0x12/0x34',
        'Nov  4 10:11:12 host kernel: BUG: Bad page map in process x',
      ),
    ).toBe(
      '<span class="c">[  123.456789]</span> <span class="e">WARNING: CPU: 0 PID: 1 at mm/gup.c:144 try_grab_folio+0x12/0x34</span>\n' +
        '<span class="c">[  123.456790]</span> RIP: 0010:<span class="f">try_grab_folio</span>+0x12/0x34\n' +
        'Nov  4 10:11:12 host kernel: <span class="e">BUG: Bad page map in process x</span>',
    );
  });

  test('keeps every character of the code', async () => {
    const code = ['int a;', '', '\tif (a < 1 && b > 2)', '\t\treturn "&";', '}'];
    const text = (await inside('c mark="1,3-4"', ...code)).replace(/<[^>]*>/g, '');
    const plain = text
      .replace(/&#x3C;|&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&#x26;|&amp;/g, '&')
      .replace(/&quot;/g, '"');
    expect(plain).toBe(code.join('\n'));
  });

  test('shows marked lines, with the newline inside so that they can be blocks', async () => {
    expect(await inside('text mark="1,3-4"', 'a', 'b', 'c', 'd', 'e')).toBe(
      '<span class="m">a\n</span>b\n<span class="m">c\nd\n</span>e',
    );
    expect(await inside('diff mark="1"', '+a', '+b')).toBe(
      '<span class="i m">+a\n</span><span class="i">+b</span>',
    );
  });

  test('keeps the title of a fence', async () => {
    expect(await whole('c title="module/os/linux/zfs/abd_os.c"', 'x')).toContain(
      ' data-title="module/os/linux/zfs/abd_os.c"',
    );
  });
});

describe('what follows the language of a fence', () => {
  test('is lines and a title', () => {
    expect(readFenceMeta('mark="1, 4-6" title="a b"')).toEqual({
      marked: new Set([1, 4, 5, 6]),
      title: 'a b',
    });
    expect(readFenceMeta('')).toEqual({ marked: new Set(), title: null });
  });

  test('is refused with a sentence if it is anything else', () => {
    expect(() => readFenceMeta('{1,4}')).toThrow('A code fence has “{1,4}” after its language');
    expect(() => readFenceMeta('mark="1,x"')).toThrow('“x” is no line number');
  });

  test('must not mark a line that is not there', async () => {
    // Astro prints the error before it passes it on.
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(whole('c mark="3"', 'a', 'b')).rejects.toThrow(
      'names line 3 of a code fence that has 2 lines',
    );
  });
});
