const SETTING = 'vigia.keys';

/** Whether single keys do something on this device. */
export function usesKeys(): boolean {
  return localStorage.getItem(SETTING) !== 'off';
}

/** Switches single keys on or off, on this device only. */
export function setKeys(on: boolean): void {
  if (on) localStorage.removeItem(SETTING);
  else localStorage.setItem(SETTING, 'off');
}
