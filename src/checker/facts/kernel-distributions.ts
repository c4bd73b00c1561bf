/**
 * Which stock kernel a release string, or the build string that stands behind it, belongs to. The rows are read in
 * order and the first that fits decides, so the special stands before the general. Every id is a key of
 * `content/distributions.yaml`, which says what was read about that kernel.
 */
export interface DistributionRule {
  readonly distribution: string;
  /** Must fit the release, where given. */
  readonly release?: RegExp;
  /** Must fit the text that follows the release (`#66-Ubuntu SMP … Debian 6.1.76-1`), where given. */
  readonly build?: RegExp;
  /** Must fit the text in front of the release on a boot loader's line, where given. */
  readonly before?: RegExp;
  /** The release alone tells that it is a kernel's, wherever it stands in a text. */
  readonly distinctive?: true;
}

export const DISTRIBUTION_RULES: readonly DistributionRule[] = [
  { distribution: 'truenas', release: /\+truenas$/, distinctive: true },
  { distribution: 'wsl2', release: /-microsoft-standard(?:-WSL2)?\+?$/, distinctive: true },
  { distribution: 'proxmox', release: /-pve$/, distinctive: true },
  { distribution: 'proxmox', build: /\bPMX \d/ },

  {
    distribution: 'vpsadminos-6.9',
    release: /^(?:6\.(?:9|[1-9]\d)|[7-9]\.\d+)\./,
    build: /#\d+-vpsAdminOS\b/,
  },
  { distribution: 'vpsadminos', build: /#\d+-vpsAdminOS\b/ },

  { distribution: 'nixos-hardened', release: /-hardened/, build: /#\d+-NixOS\b/ },
  { distribution: 'nixos', release: /^[\d.]+$/, build: /#\d+-NixOS\b/ },
  { distribution: 'nixos-other', build: /#\d+-NixOS\b/ },
  { distribution: 'nixos', release: /^[\d.]+$/, before: /\\EFI\\nixos\\|\/nix\/store\// },
  { distribution: 'nixos-other', before: /\\EFI\\nixos\\|\/nix\/store\// },

  { distribution: 'alpine', release: /^6\.1\.\d+-\d+-lts$/, build: /#\d+-Alpine\b/ },
  { distribution: 'alpine-other', build: /#\d+-Alpine\b/ },
  { distribution: 'alpine', release: /^6\.1\.\d+-0-lts$/, distinctive: true },
  { distribution: 'alpine-other', release: /-0-lts$/, distinctive: true },
  { distribution: 'alpine-other', release: /-\d+-virt$/, distinctive: true },

  { distribution: 'kali', release: /-kali\d*(?:\+\d+)?-/, distinctive: true },
  { distribution: 'raspberry-pi-os', release: /\+rpt-rpi-/, distinctive: true },
  {
    distribution: 'debian-cloud',
    release: /^(?:6\.1|6\.12)\.\d+(?:-\d+|\+bpo|\+deb1[23](?:\+\d+)?)?-cloud-amd64$/,
    distinctive: true,
  },
  { distribution: 'debian-other', release: /-(?:rt|cloud)-(?:amd64|arm64)$/, distinctive: true },
  { distribution: 'debian-10', release: /\.deb10\.\d+-amd64$|^4\.19\.0-\d+-amd64$/, distinctive: true },
  {
    distribution: 'debian-11',
    release: /^5\.10\.\d+(?:-\d+|\+deb11(?:\+\d+)?)-amd64$/,
    distinctive: true,
  },
  {
    distribution: 'debian',
    release: /^(?:6\.1|6\.12)\.\d+(?:-\d+|\+bpo|\+deb1[23](?:\+\d+)?)?-amd64$/,
    distinctive: true,
  },
  {
    distribution: 'debian-other',
    release: /^[\d.]+(?:-\d+|\+deb\d+(?:\+\d+)?|\+bpo|-0\.(?:deb|bpo)[\d.]+)?-(?:amd64|arm64|686|686-pae)$/,
    distinctive: true,
  },

  { distribution: 'pop-os', release: /-7\d{7}-generic$/, distinctive: true },
  { distribution: 'ubuntu-mainline', release: /-0\d{5}(?:rc\d+)?-generic$/, distinctive: true },
  { distribution: 'ubuntu', release: /^(?:5\.4|5\.15|6\.8|6\.14)\.0-\d+-generic$/, distinctive: true },
  {
    distribution: 'ubuntu-other',
    release:
      /-\d+-(?:generic|lowlatency|azure|aws|gcp|oracle|kvm|oem|raspi|nvidia|hwe|gke|ibm)(?:-[0-9a-z]+)*$/,
    distinctive: true,
  },

  { distribution: 'cachyos-hardened', release: /-cachyos.*-hardened|-hardened.*-cachyos/, distinctive: true },
  { distribution: 'cachyos', release: /-cachyos/, distinctive: true },
  { distribution: 'gentoo-dist-hardened', release: /-gentoo(?:-r\d+)?-dist-hardened$/, distinctive: true },
  { distribution: 'gentoo-dist', release: /-gentoo(?:-r\d+)?-dist$/, distinctive: true },
  { distribution: 'gentoo', release: /-gentoo(?:-|$)/, distinctive: true },
  { distribution: 'arch-hardened', release: /-hardened\d+-\d+-hardened$/, distinctive: true },
  { distribution: 'arch-zen', release: /-zen\d+-\d+-zen$/, distinctive: true },
  { distribution: 'arch', release: /-arch\d+-\d+(?:\.\d+)?$/, distinctive: true },
  { distribution: 'arch-lts', release: /^\d+\.\d+\.\d+-[1-9]\d?-lts$/, distinctive: true },

  { distribution: 'oracle-uek', release: /\.el\d+uek\b/ },
  { distribution: 'el7', release: /\.el7/ },
  { distribution: 'el8', release: /\.el8/ },
  { distribution: 'el9', release: /\.el9/ },
  { distribution: 'el10', release: /\.el10/ },
  { distribution: 'fedora-35', release: /\.fc35(?!\d)/ },
  { distribution: 'fedora-39', release: /\.fc39(?!\d)/ },
  { distribution: 'fedora-42', release: /\.fc(?:4[2-9]|[5-9]\d)(?!\d)/ },
  { distribution: 'fedora-other', release: /\.fc\d/ },
  { distribution: 'amazon-linux', release: /\.amzn20\d\d\.|\.amzn2\./, distinctive: true },
  { distribution: 'azure-linux', release: /\.(?:azl\d|cm2)$/, distinctive: true },

  { distribution: 'opensuse-leap-16', release: /-1600\d\d\..*-default$/, distinctive: true },
  { distribution: 'suse-15-sp3', release: /^5\.3\.18-(?:57|59|150300)\.[\d.]+-default$/, distinctive: true },
  { distribution: 'suse-15-backports', release: /^[345]\.\d+\.\d+-\d{2,}\..*-default$/, distinctive: true },
  { distribution: 'suse-15-sp6', release: /-150[67]00\..*-default$/, distinctive: true },
  {
    distribution: 'opensuse-tumbleweed',
    release: /^\d+\.\d+\.\d+-\d+(?:\.g[0-9a-f]+)?-default$/,
    distinctive: true,
  },

  { distribution: 'talos', release: /-talos$/, distinctive: true },
  { distribution: 'flatcar', release: /-flatcar$/, distinctive: true },
  { distribution: 'clear-linux', release: /-\d+\.(?:native|ltscurrent|lts20\d\d)$/, distinctive: true },
  { distribution: 'android', release: /-android1[2-6]-\d+/, distinctive: true },
  { distribution: 'void', release: /^\d+\.\d+\.\d+_\d+$/ },

  { distribution: 'ubuntu-other', build: /#\d+(?:~[\d.]+)?-Ubuntu\b/ },
  { distribution: 'debian-other', build: /\bDebian \d+\.\d+\.\d+-\d/ },
];

/** What stands around a release; each string is a short piece of text, not the whole paste. */
export interface ReleaseSurroundings {
  readonly release: string;
  readonly build: string;
  readonly before: string;
}

function fits(rule: DistributionRule, { release, build, before }: ReleaseSurroundings): boolean {
  return (
    (rule.release?.test(release) ?? true) &&
    (rule.build?.test(build) ?? true) &&
    (rule.before?.test(before) ?? true)
  );
}

/**
 * The stock kernel that a release belongs to.
 * @returns a key of `content/distributions.yaml`, or null where neither release nor surroundings tell
 */
export function distributionOf(surroundings: ReleaseSurroundings): string | null {
  return DISTRIBUTION_RULES.find((rule) => fits(rule, surroundings))?.distribution ?? null;
}

/** Whether a release has a distribution's own ending, so that it can be nothing but a kernel's. */
export function isDistinctiveRelease(release: string): boolean {
  return DISTRIBUTION_RULES.some((rule) => rule.distinctive === true && rule.release?.test(release) === true);
}
