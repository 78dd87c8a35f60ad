import { afterEach, describe, expect, it } from 'vitest';
import { chooseSize, showSize, sizeHere } from './size.ts';

afterEach(() => {
  localStorage.clear();
  showSize();
});

describe('large text and buttons', () => {
  it('are shown at once, and again on the next visit', () => {
    chooseSize('large');
    expect(document.documentElement.dataset['size']).toBe('large');
    document.documentElement.removeAttribute('data-size');
    showSize();
    expect([sizeHere(), document.documentElement.dataset['size']]).toEqual(['large', 'large']);
  });

  it('are not what anybody gets who has not chosen them', () => {
    localStorage.setItem('guildhall.size', 'gigantic');
    expect(sizeHere()).toBe('usual');
  });
});
