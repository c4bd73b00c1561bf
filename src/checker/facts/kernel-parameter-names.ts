/**
 * Names by which a kernel command line is told from other text. Not complete and not meant to be: a line is found by
 * the company its words keep (`kernel-parameter-words.ts`). From Documentation/admin-guide/kernel-parameters.txt of
 * Linux, dracut.cmdline(7), kernel-command-line(7) of systemd, and what boot loaders add. Written with `_` for `-`.
 */

/** Parameters that take a value. */
export const PARAMETERS_WITH_VALUE: ReadonlySet<string> = new Set(
  `BOOT_IMAGE acpi acpi_osi acpi_backlight amd_iommu amd_pstate apic apparmor audit audit_backlog_limit boot
  check_pages cgroup_enable clocksource console consoleblank crashkernel cryptdevice debug_pagealloc debugfs
  default_hugepagesz dyndbg earlycon earlyprintk efi elevator fbcon hibernate hugepages hugepagesz ia32_emulation init
  init_on_alloc init_on_free initrd intel_idle intel_iommu intel_pstate iomem iommu ip irqaffinity isolcpus kpti
  kvm_intel l1tf landlock lockdown log_buf_len loglevel lsm maxcpus mce mds mem memmap mitigations module_blacklist
  modprobe_blacklist net_ifnames nmi_watchdog nohz_full nr_cpus numa_balancing oops page_alloc_shuffle page_poison
  panic pci pcie_aspm pcie_ports preempt processor_max_cstate pti quiet random_trust_cpu randomize_kstack_offset
  rcu_nocbs reboot resume retbleed root rootdelay rootflags rootfstype security selinux slab_debug slub_debug
  spec_store_bypass_disable spectre_bhi spectre_v2 splash srbds threadirqs transparent_hugepage tsc tsx usbcore vga
  video vsyscall vt_handoff watchdog zfs zfs_force zswap`.split(/\s+/),
);

/** What stands before the first dot of `rd.luks.uuid=…`, `systemd.unit=…`, `zfs.zfs_arc_max=…`. */
export const PARAMETER_PREFIXES: ReadonlySet<string> = new Set(
  `amdgpu biosdevname boot fsck i915 init_on_alloc intel_idle iommu ipv6 kvm kvm_amd kvm_intel modprobe module net
  nouveau nvidia_drm nvme_core page_alloc printk processor random rd scsi_mod snd_hda_intel spl systemd usbcore
  vfio_pci vt xen zfs zswap`.split(/\s+/),
);

/** Words that stand alone. */
export const FLAGS: ReadonlySet<string> = new Set(
  `bgrt_disable debug earlycon extra_latent_entropy nofb nohibernate nohz noibrs noibpb nokaslr nomodeset nopti
  noresume nosmt nospectre_v1 nospectre_v2 nosplash nowatchdog persistent quiet ro rootwait rw single slab_nomerge
  splash threadirqs`.split(/\s+/),
);

/** The parameters the checker is after: one of them alone on a line is worth reading. */
export const SOUGHT: ReadonlySet<string> = new Set([
  'init_on_alloc',
  'init_on_free',
  'page_poison',
  'check_pages',
]);
