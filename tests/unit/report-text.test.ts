import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Paste } from '../../src/checker/input.ts';
import { type Judgement, judge } from '../../src/checker/judge.ts';
import { findIdentifiers, redactorOf } from '../../src/checker/redact.ts';
import {
  bugReportHeader,
  markdownReport,
  plainReport,
  type ReportInput,
} from '../../src/checker/report-text.ts';
import { reportTexts as en } from '../../src/i18n/report.en.ts';
import { reportTexts as zh } from '../../src/i18n/report.zh.ts';
import { VERDICT_TEXTS } from '../../src/i18n/verdict.ts';
import type { Language } from '../../src/i18n/verdict-texts.ts';
import { wordingFor } from '../../src/i18n/wording.ts';
import { checkerKnowledge } from '../../src/knowledge/checker-knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { planted } from './planted-secrets.ts';

const loaded = loadKnowledge();
const KNOWLEDGE = { en: checkerKnowledge(loaded, 'en'), zh: checkerKnowledge(loaded, 'zh') };
const TEXTS = { en, zh };

function judged(paste: Paste): Judgement {
  const result = judge(paste, KNOWLEDGE.en);
  if ('fault' in result) throw new Error(`unusable: ${result.fault}`);
  return result;
}

function inputOf(
  paste: Paste,
  language: Language = 'en',
  keep: ReadonlySet<string> = new Set(),
): ReportInput {
  const identifiers = findIdentifiers(Object.values(paste).join('\n\n'));
  return {
    judgement: judged(paste),
    knowledge: KNOWLEDGE[language],
    texts: TEXTS[language],
    verdicts: VERDICT_TEXTS[language],
    wording: wordingFor(VERDICT_TEXTS[language], KNOWLEDGE[language]),
    site: { address: 'https://notes.example', version: '1.2.3', date: '2026-01-31' },
    articlePath: (problem, section) => `https://notes.example/${problem}/#${section}`,
    redactEvidence: redactorOf(identifiers, keep),
  };
}

/** For a nightly run: `FAST_CHECK_RUNS=20000`. */
const RUNS = Number(process.env.FAST_CHECK_RUNS ?? 150);
const PATIENCE = 30_000 + RUNS * 100;

const WRITERS = { markdownReport, plainReport, bugReportHeader };

const VERSION = 'zfs-2.3.99-90_g38c0324c0f\nzfs-kmod-2.3.99-90_g38c0324c0f';
const UNAME = 'Linux thor 6.11.9-zen1-1-zen #1 ZEN SMP PREEMPT_DYNAMIC x86_64 GNU/Linux';
const LINE = 'BOOT_IMAGE=/vmlinuz-linux-zen root=ZFS=vault7/ROOT/arch init_on_alloc=0 init_on_free=0';
const PASTE = {
  text: `alice@thor:~$ uname -a\n${UNAME}\n$ cat /proc/cmdline\n${LINE}\n$ zfs version\n${VERSION}`,
};

describe('the two reports', () => {
  test.each(['markdownReport', 'plainReport'] as const)(
    '%s says what was judged, why, and from what',
    (name) => {
      const report = WRITERS[name](inputOf(PASTE));
      for (const words of [
        'Affected',
        'Silent memory corruption',
        VERDICT_TEXTS.en.grades.reproduced,
        '2.3.99-90_g38c0324c0f',
        '6.11.9-zen1-1-zen',
        'init_on_alloc: off',
        'init_on_free: off',
        'Page checks: off',
        'Direct I/O: on',
        'from the kernel command line',
        'init_on_alloc=0',
        'https://notes.example/16689/#am-i-affected',
        'https://notes.example/16689/#what-to-do',
        'version 1.2.3, on 2026-01-31',
        en.redacted,
      ]) {
        expect(report).toContain(words);
      }
      expect(report).not.toMatch(/thor|alice|vault7/);
      expect(report).not.toMatch(/undefined|null|\{\w+\}/);
    },
  );

  test.each(['markdownReport', 'plainReport'] as const)(
    '%s asks for the next thing if nothing is settled',
    (name) => {
      const report = WRITERS[name](inputOf({ text: UNAME }));
      expect(report).toContain(en.asked);
      expect(report).toContain('cat /sys/module/zfs/version');
    },
  );

  it('is written in Chinese as well', () => {
    const report = markdownReport(inputOf(PASTE, 'zh'));
    expect(report).toContain('判定：**受影响**');
    expect(report).toContain('内核模块：`2.3.99-90_g38c0324c0f`');
    expect(report).toContain(zh.redacted);
  });

  it('leaves in what the person chose', () => {
    const paste = {
      text: `Nov 22 10:00:00 thor kernel: ${LINE.replace('BOOT', 'Command line: BOOT')}\n${VERSION}`,
    };
    expect(markdownReport(inputOf(paste, 'en', new Set(['vault7/ROOT/arch'])))).not.toContain('thor');
  });
});

describe('the table of OpenZFS’s bug report', () => {
  it('has the rows of upstream’s template (.github/ISSUE_TEMPLATE/bug_report.md) and the facts', () => {
    const os = 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"';
    expect(bugReportHeader(inputOf({ text: `${PASTE.text}\n\n${os}` }))).toBe(
      [
        '### System information',
        '',
        'Type | Version/Name',
        ' --- | ---',
        'Distribution Name\t| `Debian GNU/Linux`',
        'Distribution Version\t| `12 (bookworm)`',
        'Kernel Version\t| `6.11.9-zen1-1-zen`',
        'Architecture\t| `x86_64`',
        'OpenZFS Version\t| `zfs-2.3.99-90_g38c0324c0f`, `zfs-kmod-2.3.99-90_g38c0324c0f`',
        '',
      ].join('\n'),
    );
  });

  it('leaves empty what is not known', () => {
    const header = bugReportHeader(inputOf({ text: 'zfs-kmod-2.3.4-1' }));
    expect(header).toContain(
      '\nDistribution Name\t|\nDistribution Version\t|\nKernel Version\t|\nArchitecture\t|\n',
    );
  });

  it('takes the architecture from the release where nothing else tells', () => {
    expect(bugReportHeader(inputOf({ text: '$ uname -r\n5.14.0-427.el9.x86_64' }))).toContain(
      'Architecture\t| `x86_64`',
    );
  });

  it('is read back by the checker as the same facts', () => {
    const { system } = judged({ text: bugReportHeader(inputOf(PASTE)) });
    expect(system.zfs.module?.version.text).toBe('2.3.99-90_g38c0324c0f');
    expect(system.kernel?.release).toBe('6.11.9-zen1-1-zen');
  });
});

/** What is left of Markdown outside its code spans (CommonMark 6.1: a span ends at a run of the same length). */
function outsideCode(line: string): string {
  let rest = line;
  let outside = '';
  for (;;) {
    const opening = /`+/.exec(rest);
    if (opening === null) return outside + rest;
    outside += rest.slice(0, opening.index);
    const after = rest.slice(opening.index + opening[0].length);
    const closing = [...after.matchAll(/`+/g)].find(([run]) => run.length === opening[0].length);
    expect(closing, `a span that is never closed in: ${line}`).toBeDefined();
    rest = after.slice((closing?.index ?? 0) + opening[0].length);
  }
}

describe('pasted words in Markdown', () => {
  const hostile = fc
    .array(
      fc.constantFrom(
        '`',
        '``',
        '```',
        '\n',
        '|',
        '\\',
        '@octocat',
        '<img src=x>',
        '](http://evil.example)',
        '**',
        '#1',
        '$&',
        '{version}',
        'x',
        ' ',
        '\u2028',
        '\u202e',
        '~~~',
        '-->',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(''));

  it(
    'never leave their code span, whatever they are',
    () => {
      const base = inputOf({ text: `${PASTE.text}\n[ 1.0] BUG: Bad page state in process x  pfn:1` });
      fc.assert(
        fc.property(hostile, (words) => {
          const input = { ...base, redactEvidence: (text: string) => `${words}${text}${words}` };
          const report = markdownReport(input);
          const prose = report.split('\n').map(outsideCode).join('\n');
          const reference = markdownReport({ ...base, redactEvidence: (text) => text })
            .split('\n')
            .map(outsideCode)
            .join('\n');
          expect(prose).toBe(reference);
          const header = bugReportHeader(input).split('\n');
          expect(header).toHaveLength(10);
          for (const line of header.slice(4, 9)) {
            expect(line.split('|')).toHaveLength(2);
            expect(outsideCode(line.split('|')[1] ?? '').replace(/[\s,]/g, '')).toBe('');
          }
        }),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );

  it('are one line each in plain text, without control characters', () => {
    const input = { ...inputOf(PASTE), redactEvidence: (text: string) => `\u001b[31m${text}\n\u0007x\u202e` };
    expect(plainReport(input)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it('are shortened after they were redacted, so that no half of an identifier stays', () => {
    const long = `root=ZFS=vault7/${'ab-'.repeat(90)}secretpart ${LINE}`;
    const report = markdownReport(
      inputOf({ text: `${PASTE.text}\n$ cat /proc/cmdline\n${long} init_on_alloc=maybe` }),
    );
    expect(report).not.toMatch(/vault7|ab-ab-/);
  });
});

describe('the report of any paste', () => {
  it(
    'holds none of the planted secrets, in none of the formats and languages',
    () => {
      const fragments = fc.constantFrom(
        VERSION,
        UNAME,
        `$ cat /proc/cmdline\n${LINE}`,
        'zfs-2.1.x',
        'zfs_dio_enabled=1',
        'NAME PROPERTY VALUE SOURCE\nvault7/x direct disabled local',
        'init_on_alloc=maybe',
      );
      const boxes = fc.constantFrom('text', 'commandLine', 'zfsVersion');
      fc.assert(
        fc.property(
          fc.array(planted, { minLength: 1, maxLength: 5 }),
          fc.array(fragments, { maxLength: 3 }),
          fc.array(boxes, { minLength: 8, maxLength: 8 }),
          fc.constantFrom<Language>('en', 'zh'),
          (parts, facts, places, language) => {
            const paste: Record<string, string> = {};
            [...parts.map(({ text }) => text), ...facts].forEach((piece, index) => {
              const box = places[index] ?? 'text';
              paste[box] = `${paste[box] ?? ''}${piece}\n\n`;
            });
            if ('fault' in judge(paste, KNOWLEDGE.en)) return;
            const input = inputOf(paste, language);
            for (const writer of Object.values(WRITERS)) {
              const report = writer(input);
              for (const { secrets } of parts)
                for (const secret of secrets) expect(report).not.toContain(secret);
            }
          },
        ),
        { numRuns: RUNS },
      );
    },
    PATIENCE,
  );
});
