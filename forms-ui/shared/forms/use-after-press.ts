import { useCallback, useEffect, useRef } from 'react';

// A finger's press ends before the browser tells of the mouse press that moves focus.
const begins = ['pointerdown', 'mousedown'] as const;
const ends = ['pointerup', 'pointercancel', 'mouseup', 'dragend'] as const;

/**
 * Runs something at once, or while a pointer is pressed as soon as it is released and the click
 * has happened: what moves the page must not take the pressed control away from under the pointer.
 */
export function useAfterPress(): (action: () => void) => void {
  const pressed = useRef(false);
  const waiting = useRef<() => void>(undefined);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const begin = () => {
      clearTimeout(timer);
      pressed.current = true;
    };
    const settle = () => {
      pressed.current = false;
      const action = waiting.current;
      waiting.current = undefined;
      action?.();
    };
    const end = () => {
      clearTimeout(timer);
      // The click comes right after the release, before any timer.
      timer = setTimeout(settle);
    };
    begins.forEach((type) => document.addEventListener(type, begin, true));
    ends.forEach((type) => document.addEventListener(type, end, true));
    return () => {
      clearTimeout(timer);
      begins.forEach((type) => document.removeEventListener(type, begin, true));
      ends.forEach((type) => document.removeEventListener(type, end, true));
    };
  }, []);
  return useCallback((action) => {
    if (pressed.current) waiting.current = action;
    else action();
  }, []);
}
