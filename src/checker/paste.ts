/**
 * One paste, in up to three boxes, taken apart: which evidence stands where. Every reader sees every box, so a text in
 * the wrong box is still understood; only the command line box has a meaning of its own, since its text may be the
 * exact line and an exact line must not be searched for wrappers that change it.
 */
import { type BlockDevice, readBlockDevices } from './facts/block-devices.ts';
import { readBugReportTable } from './facts/bug-report-table.ts';
import { type CloningState, readCloning } from './facts/cloning.ts';
import { findCommandLines } from './facts/command-line-wrappers.ts';
import { type FoundDatabaseSetting, readDatabaseSettings } from './facts/database-settings.ts';
import { readDatasetProperties } from './facts/dataset-properties.ts';
import { type DatasetSettings, readSettings } from './facts/dataset-settings.ts';
import { readEncryptedVdevs } from './facts/encrypted-vdevs.ts';
import { parseKernelCommandLine } from './facts/kernel-command-line.ts';
import { readKernelLog } from './facts/kernel-log.ts';
import { detectPlatform, readKernelBuild, readKernelReleases } from './facts/kernel-release.ts';
import { type LoopDevice, readLoopDevices } from './facts/loop-devices.ts';
import { readArchitectures } from './facts/machine-architecture.ts';
import { type FoundModuleParameter, readModuleParameters } from './facts/module-parameters.ts';
import { type FoundOsRelease, readOsReleases } from './facts/os-release.ts';
import { readSizes, type SizeRow } from './facts/pool-sizes.ts';
import { type FoundSwapDevice, readMissingSwap, readSwapDevices } from './facts/swap-devices.ts';
import { parseZfsVersion, readZfsVersions } from './facts/zfs-version.ts';
import { type FoundPool, readPools } from './facts/zpool-status.ts';
import { BOX_NAMES, type Paste } from './input.ts';
import type {
  BoxName,
  Evidence,
  FoundCommandLine,
  FoundDatasetProperty,
  FoundKernelRelease,
  FoundValue,
  KernelLogReading,
  Platform,
  Span,
  ZfsVersionReading,
} from './types.ts';

/** What one reader found in one box. */
export interface InBox<Found> {
  readonly box: BoxName;
  readonly found: Found;
}

/** Everything that the readers found, box by box, in the order of the boxes. */
export interface Fragments {
  readonly versions: readonly InBox<ZfsVersionReading>[];
  readonly commandLines: readonly InBox<FoundCommandLine>[];
  readonly kernelReleases: readonly InBox<FoundKernelRelease>[];
  readonly logs: readonly InBox<KernelLogReading>[];
  readonly moduleParameters: readonly InBox<FoundModuleParameter>[];
  readonly datasetProperties: readonly InBox<FoundDatasetProperty>[];
  readonly platforms: readonly InBox<Platform>[];
  /** Build strings of a kernel (`uname -v`), which tell a distribution but no release. */
  readonly kernelBuilds: readonly InBox<{ readonly distribution: string; readonly span: Span }>[];
  readonly osReleases: readonly InBox<FoundOsRelease>[];
  readonly reportRows: readonly InBox<FoundValue>[];
  readonly architectures: readonly InBox<FoundValue>[];
  readonly pools: readonly InBox<FoundPool>[];
  readonly swapDevices: readonly InBox<FoundSwapDevice>[];
  /** Whole outputs that show no swap. */
  readonly missingSwap: readonly InBox<Span>[];
  readonly blockDevices: readonly InBox<BlockDevice>[];
  /** Devices of dm-crypt in `zpool status`. */
  readonly encryptedVdevs: readonly InBox<{ readonly span: Span }>[];
  readonly loopDevices: readonly InBox<LoopDevice>[];
  readonly sizes: readonly InBox<SizeRow>[];
  readonly settings: readonly InBox<DatasetSettings>[];
  readonly cloning: readonly InBox<CloningState>[];
  readonly databaseSettings: readonly InBox<FoundDatabaseSetting>[];
}

/** The dataset properties that the rules ask for. */
const PROPERTIES = ['direct'];

/** A span together with its box. */
export const inBox = (box: BoxName, span: Span): Evidence => ({ box, ...span });

/** A text that is nothing but one version: what `/sys/module/zfs/version` prints. */
const isBareVersion = (text: string): boolean =>
  !/\s/.test(text.trim()) && parseZfsVersion(text.trim()) !== null;

/** A command line box that holds `zfs version` output instead; a real line carries at least one parameter we know. */
function isVersionOutput(text: string): boolean {
  const { userland, module } = readZfsVersions(text, { box: true });
  if (userland === null && module === null) return false;
  const { parameters, malformed } = parseKernelCommandLine(text, null);
  const named = Object.values(parameters).some(({ span }) => span !== null) || malformed.length > 0;
  return !named && !/(?:^|\s)(?:BOOT_IMAGE|root|initrd)=/.test(text);
}

function commandLinesIn(box: BoxName, text: string): FoundCommandLine[] {
  if (box === 'commandLine') return isVersionOutput(text) ? [] : findCommandLines(text, { exact: true });
  return findCommandLines(text, { exact: false });
}

/**
 * Runs every reader over every box. Linear in the paste; throws on nothing.
 * @param paste a paste without an input fault
 */
export function takeApart(paste: Paste): Fragments {
  const boxes = BOX_NAMES.map((box) => ({ box, text: paste[box] ?? '' })).filter(
    ({ text }) => text.trim() !== '',
  );
  const collect = <Found>(read: (text: string, box: BoxName) => readonly Found[]): InBox<Found>[] =>
    boxes.flatMap(({ box, text }) => read(text, box).map((found) => ({ box, found })));
  return {
    versions: collect((text, box) => [
      readZfsVersions(text, { box: box === 'zfsVersion' || isBareVersion(text) }),
    ]),
    commandLines: collect((text, box) => commandLinesIn(box, text)),
    kernelReleases: collect(readKernelReleases),
    logs: collect((text) => [readKernelLog(text)]),
    moduleParameters: collect(readModuleParameters),
    datasetProperties: collect((text) => readDatasetProperties(text, PROPERTIES)),
    platforms: collect((text) => {
      const platform = detectPlatform(text);
      return platform === null ? [] : [platform];
    }),
    kernelBuilds: collect((text) => {
      const build = readKernelBuild(text);
      return build === null ? [] : [build];
    }),
    osReleases: collect(readOsReleases),
    reportRows: collect(readBugReportTable),
    architectures: collect(readArchitectures),
    pools: collect(readPools),
    swapDevices: collect(readSwapDevices),
    missingSwap: collect(readMissingSwap),
    blockDevices: collect(readBlockDevices),
    encryptedVdevs: collect(readEncryptedVdevs),
    loopDevices: collect(readLoopDevices),
    sizes: collect(readSizes),
    settings: collect(readSettings),
    cloning: collect(readCloning),
    databaseSettings: collect(readDatabaseSettings),
  };
}
