/** The palette, the shortcuts, the live connection and the word that one is offline. */
export function Extras() {
  return null;
}
