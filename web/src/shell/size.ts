export type Size = 'usual' | 'large';

const key = 'guildhall.size';

/** How large text and buttons are on this device. */
export const sizeHere = (): Size => (localStorage.getItem(key) === 'large' ? 'large' : 'usual');

export function chooseSize(size: Size): void {
  localStorage.setItem(key, size);
  showSize();
}

/** Shows what was chosen, before anything is drawn. */
export const showSize = (): void => void (document.documentElement.dataset['size'] = sizeHere());
