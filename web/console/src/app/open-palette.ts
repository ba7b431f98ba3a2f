/** The palette is loaded after the first sight; who opens it before finds it open when it is there. */
const asked = 'rapport:palette';
let isAsked = false;

export function openPalette(): void {
  isAsked = true;
  dispatchEvent(new Event(asked));
}
/** Calls `open` when the palette is asked for, at once where it was asked for before; answers how to stop. */
export function onOpenPalette(open: () => void): () => void {
  const opened = () => {
    isAsked = false;
    open();
  };
  if (isAsked) opened();
  addEventListener(asked, opened);
  return () => removeEventListener(asked, opened);
}
