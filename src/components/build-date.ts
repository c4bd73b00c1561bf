/**
 * The day of the build, as `2026-11-26`. SOURCE_DATE_EPOCH makes two builds of one state the same, byte for byte
 * (reproducible-builds.org).
 */
export function buildDate(): string {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH);
  return (epoch > 0 ? new Date(epoch * 1000) : new Date()).toISOString().slice(0, 10);
}
