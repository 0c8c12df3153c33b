/** A time as a drive or a host shows it, to the minute: what the subject makes looks no different from what was there. */
export function renderTime(iso: string): string {
  return iso.slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ');
}
